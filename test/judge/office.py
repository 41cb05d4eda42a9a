#!/usr/bin/python3
"""LibreOffice as an outside judge of tracked changes in Word files.

usage: /usr/bin/python3 office.py [--pdf FOLDER] [--limit SECONDS] [--incomplete] [--refresh] FILE.docx...

Opens each file in a LibreOffice of its own profile and prints one JSON object, a verdict for each path:
{"shown": [...], "accepted": [...], "rejected": [...], "changes": [...]} or {"error": "..."}.
A paragraph is {"where", "style", "text"}; where is "body", "body/TABLE.CELL", "footnote N", "endnote N"
or "frame NAME".
A change is {"type", "author", "date", "text"}. A change that resists acceptance or rejection is an error;
with --incomplete the verdict counts it in "left": {"accepted", "rejected"} instead. Deciding counts some fields anew
and not always the same ones; with --refresh all are. A LibreOffice that dies over
a file, or thinks longer than the limit, is replaced and the file is tried once more. Needs Debian's
python3-uno, hence the system's python.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import uuid
import zipfile

import uno
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.connection import NoConnectException

READER = pathlib.Path(__file__).resolve().with_name("reader.py")
TRACKED = re.compile(rb"<\w*:?(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w+Change)\b")


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
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        context = self.connect(address)
        create = context.ServiceManager.createInstanceWithContext
        self.desktop = create("com.sun.star.frame.Desktop", context)
        self.dispatcher = create("com.sun.star.frame.DispatchHelper", context)
        loader = create("com.sun.star.loader.Python", context)
        self.reader = loader.activate("resdraft.Reader", "", READER.as_uri(), None).createInstanceWithContext(context)
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
        # Asking an office that hangs would hang as well.
        watch = threading.Timer(10, self.kill)
        watch.start()
        try:
            self.desktop.terminate()
            self.process.wait(10)
        except Exception:  # it may be gone already, or never have come
            pass
        watch.cancel()
        self.kill()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def answers(self):
        try:
            return self.desktop.supportsService("com.sun.star.frame.Desktop")
        except Exception:  # a bridge to nowhere says so in many ways
            return False

    def kill(self):
        """Ends soffice with the processes that it started: they are a group of their own."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def open(self, path):
        address = pathlib.Path(path).resolve().as_uri()
        document = self.desktop.loadComponentFromURL(address, "_blank", 0, (setting("Hidden", True),))
        if document is None:
            raise ValueError("LibreOffice cannot open this file")
        return document

    def read(self, document):
        """Its paragraphs and changes, as `reader.py` finds them inside the office."""
        return json.loads(self.reader.execute((NamedValue("document", document),)))

    def command(self, document, name):
        self.dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" + name, "", 0, ())


def is_tracked(path):
    """Whether a file holds a tracked change of any kind: in one that does not there is nothing to accept or reject."""
    with zipfile.ZipFile(path) as package:
        return any(TRACKED.search(package.read(name)) for name in package.namelist() if name.endswith(".xml"))


def judge(office, path, pdf_folder, incomplete, refresh):
    verdict, left = {}, {}
    document = office.open(path)
    try:
        read = office.read(document)
        verdict["shown"], verdict["changes"] = read["paragraphs"], read["changes"]
        if pdf_folder:
            target = pathlib.Path(pdf_folder).resolve() / (pathlib.Path(path).stem + ".pdf")
            document.storeToURL(target.as_uri(), (setting("FilterName", "writer_pdf_Export"),))
        # Also where nothing is tracked: fields are counted anew.
        verdict["accepted"], left["accepted"] = decide(office, document, "AcceptAllTrackedChanges", refresh)
    finally:
        document.close(True)
    if not is_tracked(path):
        return dict(verdict, rejected=verdict["accepted"])
    document = office.open(path)
    try:
        verdict["rejected"], left["rejected"] = decide(office, document, "RejectAllTrackedChanges", refresh)
    finally:
        document.close(True)
    if incomplete:
        verdict["left"] = left
    elif any(left.values()):
        raise ValueError("changes are left: %s" % left)
    return verdict


def decide(office, document, command, refresh):
    """The paragraphs after every change was accepted or rejected, and how many changes resisted."""
    office.command(document, command)
    if refresh:
        document.TextFields.refresh()
    read = office.read(document)
    return read["paragraphs"], len(read["changes"])


class Bench:
    """An office that is replaced when it dies or hangs."""

    def __init__(self, wanted):
        self.wanted, self.office = wanted, None

    def verdict(self, path):
        for attempt in (1, 2):
            if self.office is None:
                self.office = Office().__enter__()
            watch = threading.Timer(self.wanted.limit, self.office.kill)
            watch.start()
            try:
                return judge(self.office, path, self.wanted.pdf, self.wanted.incomplete, self.wanted.refresh)
            except Exception as error:
                fault = {"error": "%s: %s" % (type(error).__name__, error)}
                if self.office.answers():
                    return fault
                fault = {"error": "LibreOffice died over this file"}
                self.close()
                # Who finds the lock of the dead one does not open the file.
                pathlib.Path(path).with_name(".~lock.%s#" % pathlib.Path(path).name).unlink(missing_ok=True)
            finally:
                watch.cancel()
        return fault

    def close(self):
        if self.office is not None:
            self.office.__exit__()
            self.office = None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pdf", metavar="FOLDER")
    parser.add_argument("--limit", type=float, default=240, metavar="SECONDS")
    parser.add_argument("--incomplete", action="store_true")
    parser.add_argument("--refresh", action="store_true")
    parser.add_argument("files", nargs="+")
    wanted = parser.parse_args()
    # A caller that gives up must leave no office behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    bench = Bench(wanted)
    try:
        verdicts = {path: bench.verdict(path) for path in wanted.files}
    finally:
        bench.close()
    json.dump(verdicts, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
