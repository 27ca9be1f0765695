"""Outcomes written down beside the sender: together, in order, and never later than they have to be."""

import threading

import pytest

from jobs.beside import Beside

#: Longer than any test: what waits so long is only written when it is hurried.
FOR_EVER_MS = 3_600_000


class Book:
    """Keeps what was saved together."""

    def __init__(self):
        self.pages = []
        self.written = threading.Event()

    def save(self, outcomes):
        self.pages.append(list(outcomes))
        self.written.set()


def full(outcomes):
    raise OSError(f"The disk is full, with {len(outcomes)} to write.")


def test_outcomes_that_come_one_after_the_other_are_written_together_and_in_order():
    book = Book()
    with Beside(FOR_EVER_MS) as writer:
        for number in range(5):
            writer.write(book.save, number)
        assert book.pages == []
        writer.finish()
        assert book.pages == [[0, 1, 2, 3, 4]]


def test_an_outcome_is_written_although_no_further_one_comes():
    book = Book()
    with Beside(0) as writer:
        writer.write(book.save, 1)
        assert book.written.wait(30)
    assert book.pages == [[1]]


def test_what_comes_after_a_finish_is_gathered_anew():
    book = Book()
    with Beside(FOR_EVER_MS) as writer:
        writer.write(book.save, 1)
        writer.finish()
        writer.write(book.save, 2)
        writer.write(book.save, 3)
        writer.finish()
    assert book.pages == [[1], [2, 3]]


def test_the_end_of_the_writer_writes_what_waits():
    book = Book()
    with Beside(FOR_EVER_MS) as writer:
        writer.write(book.save, 1)
    assert book.pages == [[1]]


def test_finish_says_once_what_the_last_write_has_met():
    book = Book()
    with Beside(FOR_EVER_MS) as writer:
        writer.write(full, 1)
        with pytest.raises(OSError, match="with 1 to write"):
            writer.finish()
        writer.finish()
        writer.write(book.save, 2)
        writer.finish()
    assert book.pages == [[2]]


def test_the_next_outcome_is_not_written_after_a_write_that_failed():
    book, begun = Book(), threading.Event()

    def fail(outcomes):
        begun.set()
        full(outcomes)

    with Beside(0) as writer:
        writer.write(fail, 1)
        assert begun.wait(30)
        with pytest.raises(OSError, match="disk is full"):
            writer.write(book.save, 2)
        writer.finish()
    assert book.pages == []
