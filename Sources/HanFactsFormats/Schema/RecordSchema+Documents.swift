extension RecordSchema {
  static let head = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:hanfacts:schema:1",
      "title": "HanFacts records, version 1",
      "description": "A document record (one line of --format jsonl), or the object that holds all of them (--format json).",
      "if": {"required": ["documents"]},
      "then": {"$ref": "#/$defs/collection"},
      "else": {"$ref": "#/$defs/document"},
      "$defs": {
        "collection": {
          "description": "All documents of a run.",
          "type": "object",
          "required": ["schema", "documents"],
          "properties": {
            "schema": {"const": "hanfacts/1"},
            "documents": {"type": "array", "items": {"$ref": "#/$defs/document"}}
          },
          "additionalProperties": false
        }
    """#

  static let document = #"""
        "document": {
          "description": "All records of one text.",
          "type": "object",
          "required": ["schema", "id", "length", "entities"],
          "properties": {
            "schema": {"const": "hanfacts/1"},
            "id": {"description": "The path as given, - for standard input, or the id of the JSONL line.", "type": "string"},
            "length": {
              "description": "The length of the source.",
              "type": "object",
              "required": ["utf8", "scalars"],
              "properties": {"utf8": {"$ref": "#/$defs/offset"}, "scalars": {"$ref": "#/$defs/offset"}},
              "additionalProperties": false
            },
            "referenceDate": {
              "description": "The date that relative dates were resolved against.",
              "type": "object",
              "required": ["value", "from"],
              "properties": {
                "value": {
                  "type": "string",
                  "pattern": "^([0-9]{4}|XXXX)-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?(Z|[+-][0-9]{2}:[0-9]{2})?$"
                },
                "from": {"enum": ["option", "document", "dateline", "masthead", "signature", "dateline+text"]}
              },
              "additionalProperties": false
            },
            "entities": {"description": "The mentions in text order.", "type": "array", "items": {"$ref": "#/$defs/entity"}},
            "facts": {"description": "The facts in text order; missing with --no-facts.", "type": "array", "items": {"$ref": "#/$defs/fact"}}
          },
          "additionalProperties": false
        },
        "offset": {"type": "integer", "minimum": 0},
        "span": {
          "description": "A half-open range: the first offset and the one behind the last.",
          "type": "array",
          "items": {"$ref": "#/$defs/offset"},
          "minItems": 2,
          "maxItems": 2
        },
        "range": {
          "description": "A place in the source as it was given, layout included.",
          "type": "object",
          "required": ["utf8", "scalars", "utf16", "line", "column"],
          "properties": {
            "utf8": {"$ref": "#/$defs/span"},
            "scalars": {"$ref": "#/$defs/span"},
            "utf16": {"$ref": "#/$defs/span"},
            "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1}
          },
          "additionalProperties": false
        },
        "evidence": {
          "description": "Why a record stands: the rule, and the gazetteer rows as table:surface.",
          "type": "object",
          "required": ["rule"],
          "properties": {
            "rule": {"type": "string", "minLength": 1},
            "gazetteer": {"type": "array", "items": {"type": "string", "pattern": ":"}}
          },
          "additionalProperties": false
        },
        "word": {"description": "A word of the contract, not of the text.", "type": "string", "minLength": 1}
    """#
}
