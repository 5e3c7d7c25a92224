"""What stores and networks say when they refuse something, in a sentence of ours; knows their exceptions by name.

Their libraries are loaded by whoever asks a store for something, and raise classes of many kinds; a name in the chain
of an exception's causes is what all of them have. What no name tells is quoted, without secrets.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from deckmaker.addresses import without_secrets
from deckmaker.diagnostics.reasons import plain_reason

_CREDENTIALS = "let the environment or the store's own settings hold them, as for its command-line tools"
_RIGHTS = "ask whoever runs the store for the right to read and write there"


class Problem(NamedTuple):
    """Why a store did not do what it was asked, as the end of a sentence, and what helps. `is_passing` where the same
    may work in a moment."""

    reason: str
    help: str | None = None
    is_passing: bool = False


_NAMED = {
    "NoSuchBucket": Problem("there is no such bucket", "make it first, or correct its name"),
    "ContainerNotFound": Problem("there is no such container", "make it first, or correct its name"),
    "NoCredentialsError": Problem("there are no credentials for it", _CREDENTIALS),
    "PartialCredentialsError": Problem("its credentials are not complete", _CREDENTIALS),
    "TokenRetrievalError": Problem("its sign-in has run out", "sign in again"),
    "UnauthorizedSSOTokenError": Problem("its sign-in has run out", "sign in again"),
    "ProfileNotFound": Problem("the profile that the environment names is not in its settings", _CREDENTIALS),
    "NoRegionError": Problem("no region is said", "set AWS_DEFAULT_REGION"),
    "EndpointConnectionError": Problem(
        "it cannot be reached", "see that its address is right and a network there", True
    ),
    "ConnectTimeoutError": Problem("it does not answer", "see that its address is right and a network there", True),
    "ReadTimeoutError": Problem("it stopped answering", "try again", True),
    "ConnectionClosedError": Problem("it broke the connection off", "try again", True),
    "SSLError": Problem("its certificate is not one that this machine trusts", "see that its address begins rightly"),
    "ClientConnectorError": Problem("it cannot be reached", "see that its address is right and a network there", True),
    "gaierror": Problem("no machine of that name is known", "see that its address is right and a network there", True),
    "ParamValidationError": Problem("the address is none that it could have", "write `s3://bucket/folder`"),
    "InvalidBucketName": Problem("the bucket has a name that no bucket can have", "write `s3://bucket/folder`"),
}

_CODED = {
    "NoSuchBucket": _NAMED["NoSuchBucket"],
    "InvalidBucketName": _NAMED["InvalidBucketName"],
    "AccessDenied": Problem("it denies access", _RIGHTS),
    "AllAccessDisabled": Problem("it denies access", _RIGHTS),
    "403": Problem("it denies access", _RIGHTS),
    "401": Problem("it does not take the credentials", _CREDENTIALS),
    "InvalidAccessKeyId": Problem("it does not know the credentials", _CREDENTIALS),
    "SignatureDoesNotMatch": Problem("it does not take the credentials", _CREDENTIALS),
    "ExpiredToken": Problem("the credentials have run out", "get new ones"),
    "InvalidToken": Problem("it does not take the credentials", _CREDENTIALS),
    "RequestTimeTooSkewed": Problem("this machine's clock is wrong", "set the clock"),
    "SlowDown": Problem("it is asked too much at once", "use fewer workers", True),
    "ServiceUnavailable": Problem("it has no time", "try again", True),
    "InternalError": Problem("it failed by itself", "try again", True),
    "QuotaExceeded": Problem("there is no room left in it", "make room, or have its bound raised"),
}
"""By the code in the answer of an S3-like store: <https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html>."""


def problem_of(error: BaseException) -> Problem:
    """Return what a store's exception means."""
    for one in _chain(error):
        code = _code_of(one)
        if known := _CODED.get(code) if code else None:
            return known
        for name in (kind.__name__ for kind in type(one).__mro__):
            if name in _NAMED:
                return _NAMED[name]
    if isinstance(error, FileNotFoundError):
        return Problem("there is nothing of that name")
    if isinstance(error, PermissionError):
        return Problem("it denies access", _RIGHTS)
    if isinstance(error, TimeoutError):
        return _NAMED["ConnectTimeoutError"]
    said = plain_reason(error) if isinstance(error, Exception) else None
    return Problem(without_secrets(said) if said else "its library failed")


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception and what it was raised from, however long a library makes that."""
    one: BaseException | None = error
    for _ in range(10):
        if one is None:
            return
        yield one
        one = one.__cause__ or one.__context__


def _code_of(error: BaseException) -> str | None:
    """Return the code in a store's answer, which botocore keeps beside its exceptions."""
    answer = getattr(error, "response", None)
    told = answer.get("Error") if isinstance(answer, dict) else None
    code = told.get("Code") if isinstance(told, dict) else None
    return code if isinstance(code, str) else None
