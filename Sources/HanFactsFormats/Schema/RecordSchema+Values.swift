extension RecordSchema {
  static let values = #"""
        "value": {
          "anyOf": [
            {"$ref": "#/$defs/personValue"},
            {"$ref": "#/$defs/placeValue"},
            {"$ref": "#/$defs/dateValue"},
            {"$ref": "#/$defs/figureValue"}
          ]
        },
        "personValue": {
          "description": "The parts of a Chinese personal name.",
          "type": "object",
          "required": ["surname", "given"],
          "properties": {"surname": {"type": "string", "minLength": 1}, "given": {"type": "string"}},
          "additionalProperties": false
        },
        "placeValue": {
          "description": "ISO 3166-1 alpha-2 for countries, GB/T 2260 for Chinese divisions.",
          "type": "object",
          "required": ["code", "parents"],
          "properties": {
            "code": {"$ref": "#/$defs/placeCode"},
            "parents": {"description": "Codes upward, nearest first.", "type": "array", "items": {"$ref": "#/$defs/placeCode"}}
          },
          "additionalProperties": false
        },
        "placeCode": {"type": "string", "pattern": "^([A-Z]{2}|[0-9]{6})$"},
        "dateValue": {
          "description": "A temporal value after TIMEX3.",
          "type": "object",
          "required": ["kind", "value"],
          "properties": {
            "kind": {"enum": ["date", "time", "duration", "set"]},
            "value": {"type": "string", "pattern": "^[0-9A-Z][0-9A-Z:+./_-]*$"},
            "mod": {
              "enum": [
                "approx", "more_than", "less_than", "equal_or_more", "equal_or_less", "start", "mid", "end",
                "before", "after", "on_or_before", "on_or_after"
              ]
            },
            "edtf": {"description": "The value in the Extended Date/Time Format.", "type": "string", "minLength": 1},
            "begin": {"$ref": "#/$defs/moment"},
            "end": {"$ref": "#/$defs/moment"},
            "anchor": {"enum": ["reference", "text"]},
            "calendar": {"type": "string", "minLength": 1},
            "zone": {"type": "string", "minLength": 1}
          },
          "additionalProperties": false
        },
        "moment": {
          "description": "The first or last day or second, included.",
          "type": "string",
          "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2})?$"
        },
        "figureValue": {
          "description": "A quantity: a number in value, a range or a vague number in min and max, a score in parts.",
          "type": "object",
          "required": ["kind"],
          "properties": {
            "kind": {"description": "Open: users' rules may define others.", "type": "string", "minLength": 1},
            "value": {"type": ["number", "string"]},
            "min": {"type": "number"},
            "max": {"type": "number"},
            "numerator": {"type": "number"},
            "denominator": {"type": "number"},
            "parts": {"type": "array", "items": {"type": "number"}, "minItems": 2},
            "approximation": {"enum": ["about", "over", "under", "atLeast", "atMost", "vague"]},
            "unit": {"description": "The unit as written.", "type": "string", "minLength": 1},
            "canonicalUnit": {
              "description": "ISO 4217 for money, UCUM for measures, %, or the classifier.",
              "type": "string",
              "minLength": 1
            },
            "si": {
              "description": "The quantity in UCUM's SI units.",
              "type": "object",
              "required": ["unit"],
              "properties": {
                "value": {"type": "number"},
                "min": {"type": "number"},
                "max": {"type": "number"},
                "unit": {"type": "string", "minLength": 1}
              },
              "additionalProperties": false,
              "anyOf": [{"required": ["value"]}, {"required": ["min"]}, {"required": ["max"]}]
            },
            "of": {
              "description": "What is counted or measured.",
              "type": "object",
              "required": ["text", "range"],
              "properties": {"text": {"type": "string", "minLength": 1}, "range": {"$ref": "#/$defs/range"}},
              "additionalProperties": false
            }
          },
          "additionalProperties": false,
          "oneOf": [
            {"required": ["value"], "properties": {"min": false, "max": false}},
            {"anyOf": [{"required": ["min"]}, {"required": ["max"]}], "properties": {"value": false}}
          ],
          "dependentRequired": {"numerator": ["denominator"], "denominator": ["numerator"], "parts": ["value"]},
          "if": {"required": ["parts"]},
          "then": {"properties": {"value": {"type": "string", "pattern": "^-?[0-9]"}}},
          "else": {"properties": {"value": {"type": "number"}}}
        }
    """#
}
