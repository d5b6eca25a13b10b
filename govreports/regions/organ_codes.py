"""The codes that name an organ, and their check digits: 统一社会信用代码 (GB 32100-2015), 组织机构代码 (GB 11714).

A credit code has 18 characters: who registered the body, what kind it is, the division it was registered in (six
digits), its nine characters of organ code, a check digit. So both codes of one organ hold the same nine characters.
"""

CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The characters of a credit code by their value; I, O, S, V and Z are none."""
ORGAN_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_CREDIT_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_ORGAN_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def credit_check_digit(head: str) -> str:
    """The 18th character for the first 17. Raises ValueError where they are no beginning of a credit code."""
    if len(head) != 17:
        raise ValueError(f"{head!r} has {len(head)} characters, not 17")
    total = sum(CREDIT_ALPHABET.index(sign) * weight for sign, weight in zip(head, _CREDIT_WEIGHTS, strict=True))
    return CREDIT_ALPHABET[-total % 31]


def organ_check_digit(head: str) -> str:
    """The 9th character for the first eight. Raises ValueError where they are no beginning of an organ code."""
    if len(head) != 8:
        raise ValueError(f"{head!r} has {len(head)} characters, not 8")
    total = sum(ORGAN_ALPHABET.index(sign) * weight for sign, weight in zip(head, _ORGAN_WEIGHTS, strict=True))
    return "0123456789X"[-total % 11]


def is_credit_code(code: str) -> bool:
    """Whether 18 characters, capitals without separators, are a credit code with the right check digit."""
    return len(code) == 18 and set(code) <= set(CREDIT_ALPHABET) and credit_check_digit(code[:17]) == code[17]


def is_organ_code(code: str) -> bool:
    """Whether nine characters, capitals without a hyphen, are an organ code with the right check digit."""
    return len(code) == 9 and set(code[:8]) <= set(ORGAN_ALPHABET) and organ_check_digit(code[:8]) == code[8]
