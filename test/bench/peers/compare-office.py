#!/usr/bin/python3
"""LibreOffice's own comparison of two Word files, as a peer of ours.

usage: /usr/bin/python3 compare-office.py BASE.docx REVISED.docx MARKED.docx

Opens the revised file, compares it with the base and writes the tracked result. Prints one JSON object: the
milliseconds of opening and of comparing, without the start of LibreOffice and without the writing. Needs Debian's
python3-uno, hence the system's python.
"""
import json
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "judge"))
from office import Office, setting  # noqa: E402


def main():
    base, revised, marked = [pathlib.Path(path).resolve().as_uri() for path in sys.argv[1:4]]
    with Office() as office:
        started = time.monotonic()
        document = office.desktop.loadComponentFromURL(revised, "_blank", 0, (setting("Hidden", True),))
        opened = time.monotonic()
        frame = document.getCurrentController().getFrame()
        office.dispatcher.executeDispatch(
            frame, ".uno:CompareDocuments", "", 0, (setting("URL", base), setting("NoAcceptDialog", True)))
        compared = time.monotonic()
        document.storeToURL(marked, (setting("FilterName", "MS Word 2007 XML"),))
        print(json.dumps({"open": (opened - started) * 1000, "compare": (compared - opened) * 1000}))


main()
