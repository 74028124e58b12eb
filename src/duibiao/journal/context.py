"""Where a request comes from: set by a middleware, read by the journal."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RequestInfo:
    """Address and id of the request under way."""

    address: str = ""
    request: str = ""


NO_REQUEST = RequestInfo()
request_info: ContextVar[RequestInfo] = ContextVar("request_info", default=NO_REQUEST)
