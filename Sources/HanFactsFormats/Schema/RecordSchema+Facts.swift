extension RecordSchema {
  static let facts = #"""
        "argument": {
          "description": "A piece of the text, and the thing it mentions.",
          "type": "object",
          "required": ["text", "range"],
          "properties": {
            "text": {"description": "The surface, layout removed.", "type": "string", "minLength": 1},
            "range": {"$ref": "#/$defs/range"},
            "entity": {"$ref": "#/$defs/thing"},
            "value": {"$ref": "#/$defs/value"}
          },
          "additionalProperties": false
        },
        "arguments": {"type": "array", "items": {"$ref": "#/$defs/argument"}, "minItems": 1},
        "fact": {
          "description": "A typed record over mentions. Types are open; the arguments of the built-in ones are not.",
          "type": "object",
          "required": ["id", "type", "range", "evidence"],
          "properties": {
            "id": {"type": "string", "pattern": "^f[1-9][0-9]*$"},
            "type": {"type": "string", "minLength": 1},
            "range": {"$ref": "#/$defs/range"},
            "polarity": {"const": "denied"},
            "modality": {"enum": ["planned", "estimated", "conditional"]},
            "source": {"description": "The speaker whose quotation holds the fact.", "$ref": "#/$defs/argument"},
            "evidence": {"$ref": "#/$defs/evidence"}
          },
          "allOf": [
            {
              "if": {"properties": {"type": {"const": "dateline"}}},
              "then": {
                "properties": {
                  "source": {"$ref": "#/$defs/argument"},
                  "place": {"$ref": "#/$defs/argument"},
                  "date": {"$ref": "#/$defs/argument"},
                  "reporters": {"$ref": "#/$defs/arguments"}
                }
              }
            },
            {
              "if": {"properties": {"type": {"const": "byline"}}},
              "then": {
                "properties": {
                  "credit": {"$ref": "#/$defs/argument"},
                  "reporters": {"$ref": "#/$defs/arguments"}
                }
              }
            },
            {
              "if": {"properties": {"type": {"const": "role"}}},
              "then": {
                "required": ["person"],
                "properties": {
                  "person": {"$ref": "#/$defs/argument"},
                  "title": {"$ref": "#/$defs/argument"},
                  "organization": {"$ref": "#/$defs/argument"}
                }
              }
            },
            {
              "if": {"properties": {"type": {"const": "quotation"}}},
              "then": {
                "required": ["content"],
                "properties": {
                  "speaker": {"$ref": "#/$defs/argument"},
                  "cue": {"$ref": "#/$defs/argument"},
                  "content": {"$ref": "#/$defs/argument"},
                  "continues": {"type": "string", "pattern": "^f[1-9][0-9]*$"},
                  "form": {"enum": ["quoted", "reported"]}
                }
              }
            },
            {
              "if": {"properties": {"type": {"const": "measurement"}}},
              "then": {
                "required": ["figure"],
                "properties": {
                  "subject": {"$ref": "#/$defs/argument"},
                  "predicate": {"$ref": "#/$defs/argument"},
                  "of": {"$ref": "#/$defs/argument"},
                  "figure": {"$ref": "#/$defs/argument"},
                  "date": {"$ref": "#/$defs/argument"}
                }
              }
            },
            {
              "if": {"properties": {"type": {"const": "change"}}},
              "then": {
                "properties": {
                  "of": {"$ref": "#/$defs/argument"},
                  "figure": {"$ref": "#/$defs/argument"},
                  "from": {"$ref": "#/$defs/argument"},
                  "to": {"$ref": "#/$defs/argument"},
                  "basis": {"$ref": "#/$defs/argument"},
                  "direction": {"enum": ["up", "down"]}
                }
              }
            },
            {
              "if": {"properties": {"type": {"const": "alias"}}},
              "then": {
                "required": ["full", "short"],
                "properties": {
                  "full": {"$ref": "#/$defs/argument"},
                  "short": {"$ref": "#/$defs/argument"}
                }
              }
            },
            {
              "if": {"properties": {"type": {"not": {"enum": ["dateline", "byline", "role", "quotation", "measurement", "change", "alias"]}}}},
              "then": {
                "additionalProperties": {
                  "anyOf": [
                    {"$ref": "#/$defs/argument"},
                    {"$ref": "#/$defs/arguments"},
                    {"$ref": "#/$defs/word"},
                    {"$ref": "#/$defs/range"},
                    {"$ref": "#/$defs/evidence"}
                  ]
                }
              }
            }
          ],
          "unevaluatedProperties": false
        }
      }
    """#
}
