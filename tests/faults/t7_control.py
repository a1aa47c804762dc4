"""The broken build of T7: the program on the toolkit's own driver, with signals left to the system."""

from __future__ import annotations

from typing import Final

TOOLKITS_OWN: Final = """
import sys
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from interview import app_process
from interview.process import ending
from interview.tui.app import InterviewApp
InterviewApp.get_driver_class = lambda app: LinuxDriver
ending.ENDING = ()
ending.heard = lambda: ()
def ended(app):
    app.run()
    return app.return_code or 0
app_process._ended = ended
from interview.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""Run with `-c`; the program's own arguments follow."""
