"""What a local server may do with a patient's words: nothing but say the same facts otherwise; else the script stands."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview.engine.practice_turns import PatientReply
from interview.practice.patient.reading import bundled
from interview.practice.rephrasing import checked, says_the_same
from interview.rephrasing_server import is_loopback, rephrase_by

SCRIPT = "I drop off all right. Then I'm awake at three with it all going round. Five and a half hours, if I'm lucky."


@pytest.mark.parametrize(
    "same",
    [
        "Well, I drop off all right. Then I am awake at three, with it all going round. Five and a half hours if I'm lucky, really.",
        "Five and a half hours, if I'm lucky. I drop off all right. I'm awake at 3 with it all going round, you know.",
        "“I drop off all right. Then I'm awake at three with it all going round. Five and a half hours, if I'm lucky.”".strip("“”"),
    ],
)
def test_the_same_facts_otherwise_said_are_taken(same: str) -> None:
    assert same == checked(SCRIPT, same)


@pytest.mark.parametrize(
    "other",
    [
        "I don't drop off all right. Then I'm awake at three with it all going round. Five and a half hours, if I'm lucky.",
        "I drop off all right. Then I'm awake at four with it all going round. Five and a half hours, if I'm lucky.",
        "I take sertraline. I drop off all right. Then I'm awake at three with it all going round. Five and a half hours, if I'm lucky.",
        "I drop off all right. Then I'm awake at three with it all going round.",
        "I drop off all right. Then I was awake at three with it all going round. Five and a half hours, if I'm lucky.",
        "He drops off all right. Then he's awake at three with it all going round. Five and a half hours, if he's lucky.",
        "I drop off all right. Then I'm awake at three with it all going round. Five and a half hours, if I'm lucky. And you?",
        "As an AI, I cannot. " + SCRIPT,
        "<b>" + SCRIPT + "</b>",
        SCRIPT * 2,
        "",
    ],
)
def test_another_number_drug_person_tense_denial_or_word_is_never_taken(other: str) -> None:
    assert SCRIPT == checked(SCRIPT, other)


@pytest.mark.parametrize(("script", "turned"), [("He left me.", "I left him."), ("I sleep but I don't eat.", "I don't sleep but I eat.")])
def test_the_same_words_turned_round_are_not_the_same(script: str, turned: str) -> None:
    assert not says_the_same(script, turned)


def test_every_scripted_answer_says_the_same_as_itself() -> None:
    for case in bundled():
        for answer in case.answers:
            assert says_the_same(answer.says, answer.says), (case.id, answer.topic)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_whatever_comes_the_result_is_the_script_or_says_the_same(offered: str) -> None:
    said = checked(SCRIPT, offered)
    assert said == SCRIPT or says_the_same(SCRIPT, said)


@pytest.mark.parametrize(
    ("address", "is_ours"),
    [
        ("http://127.0.0.1:8080/v1", True),
        ("http://[::1]:8080/v1", True),
        ("http://localhost:8080/v1", False),
        ("https://127.0.0.1:8080/v1", False),
        ("http://127.0.0.1/v1", False),
        ("http://127.0.0.1.example.org:80/v1", False),
        ("http://127.0.0.1:80@example.org:80/v1", False),
        ("http://192.168.0.2:8080/v1", False),
        ("http://127.0.0.1:99999/v1", False),
        ("", False),
    ],
)
def test_only_this_computers_own_address_is_taken(address: str, is_ours: bool) -> None:
    assert is_ours == is_loopback(address)
    if not is_ours:
        with pytest.raises(ValueError, match="loopback"):
            rephrase_by(address)


@contextmanager
def server(answer: Callable[[BaseHTTPRequestHandler, bytes], None]) -> Iterator[str]:
    class Fake(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            answer(self, self.rfile.read(int(self.headers["Content-Length"])))

        def log_message(self, *_: object) -> None: ...

    at = HTTPServer(("127.0.0.1", 0), Fake)
    threading.Thread(target=at.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{at.server_port}/v1"
    finally:
        at.shutdown()
        at.server_close()


def says(content: object) -> Callable[[BaseHTTPRequestHandler, bytes], None]:
    def answer(to: BaseHTTPRequestHandler, _asked: bytes) -> None:
        to.send_response(200)
        to.end_headers()
        to.wfile.write(json.dumps({"choices": [{"message": {"content": content}}]}).encode())

    return answer


REPLY = PatientReply(says=SCRIPT, how="told", rapport=5)
OTHERWISE = "Well, I drop off all right. Then I'm awake at three, with it all going round. Five and a half hours, if I'm lucky."


def test_a_server_that_says_the_same_is_heard_and_is_sent_the_script_alone() -> None:
    asked: list[bytes] = []

    def answer(to: BaseHTTPRequestHandler, sent: bytes) -> None:
        asked.append(sent)
        says(OTHERWISE)(to, sent)

    with server(answer) as address:
        assert OTHERWISE == rephrase_by(address)(REPLY)
    assert SCRIPT == json.loads(asked[0])["messages"][1]["content"]


def _raw(status: int, body: bytes, **headers: str) -> Callable[[BaseHTTPRequestHandler, bytes], None]:
    def answer(to: BaseHTTPRequestHandler, _asked: bytes) -> None:
        to.send_response(status)
        for name, value in headers.items():
            to.send_header(name, value)
        to.end_headers()
        to.wfile.write(body)

    return answer


@pytest.mark.parametrize(
    "answer",
    [
        says("I take 200 mg of sertraline and I am well."),
        says(["a", "list"]),
        says(None),
        says("\x1b[2J" + SCRIPT.replace("three", "two")),
        _raw(200, b"{not json"),
        _raw(200, b"[" * 50_000),
        _raw(200, b'{"choices": []}'),
        _raw(500, b""),
        _raw(302, b"", Location="http://192.0.2.1/v1"),
    ],
)
def test_a_wrong_or_hostile_server_changes_nothing(answer: Callable[[BaseHTTPRequestHandler, bytes], None]) -> None:
    with server(answer) as address:
        assert SCRIPT == rephrase_by(address, 1.0)(REPLY)


def test_a_slow_server_is_not_waited_for_and_none_at_all_is_the_script() -> None:
    let_go = threading.Event()

    def drips(to: BaseHTTPRequestHandler, _asked: bytes) -> None:
        to.send_response(200)
        to.end_headers()
        while not let_go.wait(0.05):
            to.wfile.write(b" ")

    with server(drips) as address:
        begins = time.monotonic()
        assert SCRIPT == rephrase_by(address, 0.3)(REPLY)
        assert time.monotonic() - begins < 2
        let_go.set()
    assert SCRIPT == rephrase_by(address, 0.3)(REPLY)
