"""What each sign that a block is a heading is worth: log-odds, which are summed.

They were fitted by logistic regression on articles flattened from marked-up originals; those whose comment says so
were set by hand, because flattened texts cannot show them.
"""

WEIGHTS: dict[str, float] = {
    "bias": 0.0,  # every short block
    "marked": 6.0,  # '#', bold or underlined (by hand)
    "caps": 5.3,  # in capitals, where paragraphs are not
    "title": 1.3,  # most long words capitalised
    "single": 1.5,  # one capitalised word
    "lower": -0.1,  # opens in lower case
    "numbered": 0.9,  # I. 1. A. (a) § or Chapter 1
    "decimal": 3.1,  # 1.1
    "digit": 2.9,  # 1 without a full stop
    "wordless": -4.0,  # no letter, and not numbered in a series (by hand)
    "in_series": 2.2,  # numbered like an earlier or later block, others between
    "in_a_list": -2.5,  # one of three or more numbered likewise in a row (by hand)
    "before_sibling": -1.4,  # the next block is numbered likewise: a list
    "after_sibling": -0.6,  # so is the one before
    "section": 3.4,  # what any article may have: Introduction, References
    "asks": 1.5,  # opens with How, Why, What
    "ten_words": -1.4,  # 10 to 13 words
    "fourteen_words": -3.1,  # 14 words or more
    "ends_stop": -4.5,  # ends in a full stop
    "ends_bang": -2.9,  # ends in an exclamation mark
    "ends_colon": -3.8,  # ends in a colon, comma or semicolon
    "colons": 4.0,  # … after at most five words, as at least two others
    "inner_stop": -1.6,  # a full stop and more words
    "comma": -1.4,  # a comma inside
    "clause": -0.6,  # words that sentences have: is, have, we
    "quoted": -3.5,  # in quotation marks, and ends as a sentence does, or no other likely heading is (by hand)
    "code": -1.3,  # an address, a hash tag, marks of code
    "dated": -0.8,  # a year, a date or a time
    "symbol": -1.8,  # opens with a mark that no words open with
    "digits": -0.9,  # two digits or more, its number aside
    "labelled": -4.5,  # 'Name:' before it, as before others: speakers (by hand)
    "repeated": -0.8,  # the very same words once more elsewhere
    "refrain": -4.0,  # twice more or oftener (by hand)
    "talk": -4.1,  # the text is a talk in short sentences
    "glued": -2.0,  # no blank line before it, where most blocks have one
    "before_prose": 1.8,  # a paragraph follows
    "before_short": -0.9,  # a short line follows
    "last": -6.0,  # nothing follows (by hand)
    "after_colon": -1.5,  # what comes before ends in a colon
    "inside_a_run": -4.0,  # among four or more short lines, the last before a paragraph aside (by hand)
    "under_title": -3.0,  # goes on with the first line, in lower case (by hand)
    "same_tail": -4.0,  # ends in the same words as three others or more (by hand)
    "small_end": -2.5,  # ends in a small word: of, in, the (by hand)
    "in_colon_run": -1.1,  # in a run of short lines after a colon
    "after_remark": -1.5,  # a short sentence comes before
    "after_short": -1.6,  # a short line comes before
    "alone": -4.4,  # the text has no other likely heading
    "alike": 1.4,  # others look like it
    "many_alike": 0.5,  # many do
    "unnumbered": -1.3,  # most others are numbered
    "not_caps": -2.6,  # most others are in capitals
    "not_title": -1.4,  # most long words small, where hardly any other has that
}
"""The weight of each sign, in log-odds."""
