"""What stores say when they refuse is a sentence of ours, and tells no secret."""

from __future__ import annotations

import pytest

from deckmaker.rows.stores.failures import problem_of


class _Answered(Exception):
    """As botocore's exceptions are, which hold the store's answer."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.response = {"Error": {"Code": code, "Message": "…"}}


class NoCredentialsError(Exception):
    """Called as botocore's."""


def _raised(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (_raised(PermissionError("Forbidden"), _Answered("AccessDenied")), "it denies access"),
        (_raised(PermissionError("…"), _Answered("SignatureDoesNotMatch")), "it does not take the credentials"),
        (_raised(PermissionError("…"), _Answered("ExpiredToken")), "the credentials have run out"),
        (_raised(FileNotFoundError("…"), _Answered("NoSuchBucket")), "there is no such bucket"),
        (_raised(OSError("…"), _Answered("SlowDown")), "it is asked too much at once"),
        (NoCredentialsError("Unable to locate credentials"), "there are no credentials for it"),
        (FileNotFoundError("x"), "there is nothing of that name"),
        (PermissionError(13, "Permission denied"), "it denies access"),
        (TimeoutError(), "it does not answer"),
        (OSError(28, "No space left on device"), "no space left on device"),
        (ValueError("the lease is over"), "the lease is over"),
        (ValueError("see https://u:p@host/x"), "its library failed"),
        (KeyError("x"), "its library failed"),
    ],
)
def test_a_refusal_is_said_in_words(error, reason):
    assert problem_of(error).reason == reason


def test_an_endless_chain_of_causes_ends():
    one, other = ValueError("one"), ValueError("other")
    one.__cause__, other.__cause__ = other, one
    assert problem_of(one).reason == "one"
