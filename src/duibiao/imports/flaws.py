"""What the session itself finds wrong with a cell or a row; the rooms add codes of their own."""

from __future__ import annotations

from enum import StrEnum


class Flaw(StrEnum):
    """Problem codes; each has its sentence `imports.problem.<code>`."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    FORBIDDEN_CHARACTER = "forbidden_character"
    NOT_A_NUMBER = "not_a_number"
    NOT_WHOLE = "not_whole"
    TOO_MANY_PLACES = "too_many_places"
    TOO_LARGE = "too_large"
    BELOW = "below"
    ABOVE = "above"
    NOT_A_DATE = "not_a_date"
    NOT_YES_NO = "not_yes_no"
    NOT_IN_LIST = "not_in_list"
    NEAR_IN_LIST = "near_in_list"
    AMBIGUOUS_IN_LIST = "ambiguous_in_list"
    USCC_LENGTH = "uscc_length"
    USCC_CHARSET = "uscc_charset"
    USCC_CATEGORY = "uscc_category"
    USCC_REGION = "uscc_region"
    USCC_CHECK_DIGIT = "uscc_check_digit"
    USCC_DIGITS_LOST = "uscc_digits_lost"
    CELL_ERROR = "cell_error"
    CELL_NO_VALUE = "cell_no_value"
    CELL_CUT = "cell_cut"
    ROW_HIDDEN = "row_hidden"
    TWICE_IN_FILE = "twice_in_file"
