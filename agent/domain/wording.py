"""Small parts of our sentences: counts with their nouns, and texts of others, which must not spoil what is read."""

#: Most characters of a reason, and of a title.
MOST_REASON, MOST_TITLE = 700, 140


def readable(text: str, most: int = MOST_REASON) -> str:
    """Return ``text`` on one line, without what no printer prints, and of ``most`` characters at most.

    What is too long loses its middle, because amounts and advice stand at the end.
    """
    line = " ".join("".join(character if character.isprintable() else " " for character in text).split())
    end = most // 3
    return line if len(line) <= most else f"{line[: most - end - 1]}\N{HORIZONTAL ELLIPSIS}{line[-end:]}"


def counted(count: int, one: str, many: str) -> str:
    """Return a count with its noun, or with noun and verb."""
    return f"{count:,} {one if count == 1 else many}"
