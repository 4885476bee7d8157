extension RecordSchema {
  static let entities = #"""
        "entity": {
          "description": "One mention of a thing. Types are open: users' tables and rules may define others.",
          "type": "object",
          "required": ["id", "type", "text", "range", "evidence"],
          "properties": {
            "id": {"type": "string", "pattern": "^e[1-9][0-9]*$"},
            "type": {"type": "string", "minLength": 1},
            "kind": {"type": "string", "minLength": 1},
            "text": {"description": "The surface, layout removed.", "type": "string", "minLength": 1},
            "canonical": {"description": "The fullest form of the thing's name.", "type": "string", "minLength": 1},
            "entity": {"description": "The thing's name in the document, shared by all its mentions.", "$ref": "#/$defs/thing"},
            "range": {"$ref": "#/$defs/range"},
            "value": {"$ref": "#/$defs/value"},
            "evidence": {"$ref": "#/$defs/evidence"},
            "confidence": {"type": "number", "minimum": 0, "maximum": 1},
            "parts": {"description": "Records inside this one that it hides.", "type": "array", "items": {"$ref": "#/$defs/part"}},
            "nested": {"description": "True for a record inside another, listed with --nested.", "const": true}
          },
          "additionalProperties": false,
          "allOf": [
            {
              "if": {"properties": {"type": {"const": "person"}}},
              "then": {
                "required": ["canonical", "entity"],
                "properties": {"value": {"$ref": "#/$defs/personValue"}, "entity": {"pattern": "^p"}}
              }
            },
            {
              "if": {"properties": {"type": {"const": "organization"}}},
              "then": {
                "required": ["canonical", "entity"],
                "properties": {
                  "kind": {
                    "enum": [
                      "government", "party", "military", "company", "bank", "university", "school", "research",
                      "hospital", "media", "international", "association", "sports", "culture", "religious", "other"
                    ]
                  },
                  "value": false,
                  "entity": {"pattern": "^o"}
                }
              }
            },
            {
              "if": {"properties": {"type": {"const": "place"}}},
              "then": {
                "required": ["canonical", "entity"],
                "properties": {
                  "kind": {
                    "enum": [
                      "country", "region", "province", "prefecture", "county", "township", "village", "city",
                      "district", "natural", "water", "facility", "astronomical", "other"
                    ]
                  },
                  "value": {"$ref": "#/$defs/placeValue"},
                  "entity": {"pattern": "^l"}
                }
              }
            },
            {
              "if": {"properties": {"type": {"const": "date"}}},
              "then": {"required": ["value"], "properties": {"value": {"$ref": "#/$defs/dateValue"}}}
            },
            {
              "if": {"properties": {"type": {"const": "figure"}}},
              "then": {"required": ["value"], "properties": {"value": {"$ref": "#/$defs/figureValue"}}}
            },
            {
              "if": {"properties": {"type": {"enum": ["title", "work", "event"]}}},
              "then": {"properties": {"value": false, "entity": false}}
            }
          ]
        },
        "thing": {"type": "string", "pattern": "^[pol][1-9][0-9]*$"},
        "part": {
          "description": "A named thing inside a record, which the record hides.",
          "type": "object",
          "required": ["type", "text", "range"],
          "properties": {
            "type": {"type": "string", "minLength": 1},
            "kind": {"type": "string", "minLength": 1},
            "text": {"type": "string", "minLength": 1},
            "range": {"$ref": "#/$defs/range"}
          },
          "additionalProperties": false
        }
    """#
}
