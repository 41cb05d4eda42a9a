"""Reads a document where it is: this module runs inside LibreOffice, loaded by its own Python loader.

Asked from outside, each paragraph costs half a dozen calls through a pipe: a table of 7,000 cells took more than a
minute, inside it takes seconds. `office.py` activates `resdraft.Reader` and passes the document; the answer is JSON,
{"paragraphs": [...], "changes": [...]} as described there.
"""
import json

import unohelper
from com.sun.star.task import XJob


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
    for number in range(document.Endnotes.Count):
        found += paragraphs_of(document.Endnotes.getByIndex(number), "endnote %d" % (number + 1))
    for name in document.TextFrames.ElementNames:
        frame = document.TextFrames.getByName(name)
        # Headers and footers are not part of the text; some of their frames stand in no text at all.
        around = frame.Anchor.Text
        if around is not None and not around.ImplementationName.startswith("SwXHeadFoot"):
            found += paragraphs_of(frame, "frame %s" % name)
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


class Reader(unohelper.Base, XJob):
    """Answers what the document of its one argument says."""

    def __init__(self, context):
        pass

    def execute(self, arguments):
        document = arguments[0].Value
        changes = [change(one) for one in items(document.Redlines)]
        return json.dumps({"paragraphs": paragraphs(document), "changes": changes})


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Reader, "resdraft.Reader", ())
