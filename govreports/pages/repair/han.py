"""The character classes that the repairs share."""

HAN = "\u3400-\u4dbf\u4e00-\u9fff〇々"
"""Chinese characters, as the inside of a regular expression's class."""

CLOSERS = "”’」』）)】》〉〕］]｝}\"'"
"""What closes a bracket or a quotation, ASCII quotation marks included because they close one at a line's end."""

OPENERS = "“‘「『（(【《〈〔［[｛{"
"""What opens a bracket or a quotation."""
