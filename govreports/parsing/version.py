"""The parser's version. Raise it with any change that makes another record of the same page."""

PARSER_VERSION = "2"
