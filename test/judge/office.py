#!/usr/bin/python3
"""LibreOffice as an outside judge of tracked changes in Word files.

usage: /usr/bin/python3 office.py [--pdf FOLDER] FILE.docx...

Opens each file in a LibreOffice of its own profile and prints one JSON object, a verdict for each path:
{"shown": [...], "accepted": [...], "rejected": [...], "changes": [...]} or {"error": "..."}.
A paragraph is {"where", "style", "text"}; where is "body", "body/TABLE.CELL" or "footnote N".
A change is {"type", "author", "date", "text"}. Needs Debian's python3-uno, hence the system's python.
"""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import uuid

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def setting(name, value):
    result = PropertyValue()
    result.Name, result.Value = name, value
    return result


class Office:
    """A LibreOffice without a window that lives as long as the `with` block."""

    def __enter__(self):
        self.profile = tempfile.mkdtemp(prefix="judge-")
        address = "pipe,name=judge%s;urp;StarOffice.ComponentContext" % uuid.uuid4().hex
        self.process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard",
             "-env:UserInstallation=" + pathlib.Path(self.profile).as_uri(), "--accept=" + address],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        context = self.connect(address)
        create = context.ServiceManager.createInstanceWithContext
        self.desktop = create("com.sun.star.frame.Desktop", context)
        self.dispatcher = create("com.sun.star.frame.DispatchHelper", context)
        return self

    def connect(self, address):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        deadline = time.monotonic() + 90
        while True:
            try:
                return resolver.resolve("uno:" + address)
            except NoConnectException:
                if time.monotonic() > deadline or self.process.poll() not in (None, 81):
                    self.__exit__()
                    raise
                time.sleep(0.1)

    def __exit__(self, *_):
        try:
            self.desktop.terminate()
        except Exception:  # it may be gone already, or never have come
            self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.profile, ignore_errors=True)

    def open(self, path):
        address = pathlib.Path(path).resolve().as_uri()
        document = self.desktop.loadComponentFromURL(address, "_blank", 0, (setting("Hidden", True),))
        if document is None:
            raise ValueError("LibreOffice cannot open this file")
        return document

    def command(self, document, name):
        self.dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" + name, "", 0, ())


def items(container):
    enumeration = container.createEnumeration()
    while enumeration.hasMoreElements():
        yield enumeration.nextElement()


def paragraphs_of(text, where):
    for part in items(text):
        if part.supportsService("com.sun.star.text.TextTable"):
            for name in part.CellNames:
                yield from paragraphs_of(part.getCellByName(name), "%s/%s.%s" % (where, part.Name, name))
        elif part.supportsService("com.sun.star.text.Paragraph"):
            yield {"where": where, "style": part.ParaStyleName, "text": part.String}


def paragraphs(document):
    found = list(paragraphs_of(document.Text, "body"))
    for number in range(document.Footnotes.Count):
        found += paragraphs_of(document.Footnotes.getByIndex(number), "footnote %d" % (number + 1))
    return found


def change(redline):
    date = redline.RedlineDateTime
    try:
        cursor = redline.RedlineStart.Text.createTextCursorByRange(redline.RedlineStart)
        cursor.gotoRange(redline.RedlineEnd, True)
        text = cursor.String
    except Exception:  # a change of table rows has no range of text
        text = None
    return {
        "type": redline.RedlineType,
        "author": redline.RedlineAuthor,
        "date": "%04d-%02d-%02dT%02d:%02d:%02d"
        % (date.Year, date.Month, date.Day, date.Hours, date.Minutes, date.Seconds),
        "text": text,
    }


def decide(office, path, command):
    """The paragraphs after every change was accepted or rejected; a change that resists is an error."""
    document = office.open(path)
    try:
        office.command(document, command)
        left = len(list(items(document.Redlines)))
        if left:
            raise ValueError("%d changes are left after %s" % (left, command))
        return paragraphs(document)
    finally:
        document.close(True)


def judge(office, path, pdf_folder):
    document = office.open(path)
    try:
        verdict = {"shown": paragraphs(document), "changes": [change(one) for one in items(document.Redlines)]}
        if pdf_folder:
            target = pathlib.Path(pdf_folder).resolve() / (pathlib.Path(path).stem + ".pdf")
            document.storeToURL(target.as_uri(), (setting("FilterName", "writer_pdf_Export"),))
    finally:
        document.close(True)
    verdict["accepted"] = decide(office, path, "AcceptAllTrackedChanges")
    verdict["rejected"] = decide(office, path, "RejectAllTrackedChanges")
    return verdict


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pdf", metavar="FOLDER")
    parser.add_argument("files", nargs="+")
    wanted = parser.parse_args()
    verdicts = {}
    with Office() as office:
        for path in wanted.files:
            try:
                verdicts[path] = judge(office, path, wanted.pdf)
            except Exception as error:
                verdicts[path] = {"error": "%s: %s" % (type(error).__name__, error)}
    json.dump(verdicts, sys.stdout, ensure_ascii=False)


main()
