/**
 * Nothing gets in and nothing gets out: navigation, new windows, requests, permissions, and calls to the
 * main process that do not follow the contract.
 */
import { expect, test } from "./app";

type Bridge = Record<string, (...given: unknown[]) => Promise<unknown>>;

test("the page has no Node, no Electron, and the verbs of the contract only", async ({ app }) => {
  const found = await app.window.evaluate(() => ({
    node:
      typeof (globalThis as Record<string, unknown>).process + typeof (globalThis as Record<string, unknown>).require,
    origin: location.origin,
    host: Object.keys((window as unknown as { host: object }).host).sort(),
  }));
  expect(found.node).toBe("undefinedundefined");
  expect(found.origin).toBe("resdraft://app");
  expect(found.host).toContain("saveDraft");
  expect(found.host).not.toContain("send");
});

test("the page cannot navigate, open a window or embed another page", async ({ app }) => {
  const before = app.window.url();
  await app.answerMessageBox(1, 1, 1);
  await app.window.evaluate(() => {
    location.href = "https://example.org/";
  });
  await app.window.evaluate(() => {
    location.href = "file:///etc/passwd";
  });
  const opened = await app.window.evaluate(() => window.open("https://example.org/") === null);
  const frame = await app.window.evaluate(async () => {
    const element = document.createElement("iframe");
    element.src = "https://example.org/";
    document.body.append(element);
    await new Promise((done) => setTimeout(done, 500));
    const text = element.contentDocument?.body?.textContent ?? "";
    element.remove();
    return text;
  });
  expect(opened).toBe(true);
  expect(frame).toBe("");
  expect(app.window.url()).toBe(before);
  expect(app.electron.windows()).toHaveLength(1);
});

test("no request leaves the page, whatever asks for it", async ({ app }) => {
  const outcome = await app.window.evaluate(async () => {
    const refused = (work: Promise<unknown>) => work.then(() => "answered").catch(() => "refused");
    const image = (source: string) =>
      new Promise<string>((done) => {
        const element = new Image();
        element.onload = () => done("answered");
        element.onerror = () => done("refused");
        element.src = source;
      });
    return {
      fetch: await refused(fetch("https://example.org/")),
      local: await refused(fetch("http://127.0.0.1:9/")),
      file: await refused(fetch("file:///etc/passwd")),
      foreign: await refused(fetch("resdraft://elsewhere/index.html")),
      image: await image("https://example.org/a.png"),
      // What the folder does not hold is not served, however it is spelled.
      outside: (await fetch("resdraft://app/..%2f..%2fpackage.json")).status,
      inside: (await fetch("resdraft://app/index.html")).status,
    };
  });
  expect(outcome).toEqual({
    fetch: "refused",
    local: "refused",
    file: "refused",
    foreign: "refused",
    image: "refused",
    outside: 404,
    inside: 200,
  });
});

test("the main process itself resolves no name", async ({ app }) => {
  const answer = await app.electron.evaluate(async ({ net }) =>
    net
      .fetch("https://example.org/")
      .then(() => "answered")
      .catch((error: Error) => error.message),
  );
  expect(answer).toMatch(/ERR_/);
});

test("inline script does not run", async ({ app }) => {
  const ran = await app.window.evaluate(async () => {
    const element = document.createElement("div");
    element.innerHTML = `<img src="x" onerror="window.attacked = true">`;
    document.body.append(element);
    const script = document.createElement("script");
    script.textContent = "window.attacked = true";
    document.body.append(script);
    await new Promise((done) => setTimeout(done, 200));
    element.remove();
    script.remove();
    return (window as unknown as { attacked?: boolean }).attacked === true;
  });
  expect(ran).toBe(false);
});

test("permissions are refused", async ({ app }) => {
  const states = await app.window.evaluate(async () => {
    const camera = await navigator.mediaDevices
      .getUserMedia({ video: true })
      .then(() => "granted")
      .catch(() => "refused");
    const notification = await Notification.requestPermission();
    const place = await navigator.permissions.query({ name: "geolocation" });
    return { camera, notification, place: place.state };
  });
  expect(states).toEqual({ camera: "refused", notification: "denied", place: "denied" });
});

const wrong: [string, unknown[]][] = [
  ["openFile", ["/etc/passwd"]],
  ["openFile", []],
  ["openFile", [{ purpose: "any" }]],
  ["readResource", ["../package.json"]],
  ["readResource", ["samples/../../package.json"]],
  ["readResource", ["/etc/passwd"]],
  ["readPrevious", [null]],
  ["readPrevious", ["../../etc/passwd", 1]],
  ["saveDraft", [null, "name", "not bytes"]],
  ["saveDraft", [{ path: "/tmp/x" }, "name", new Uint8Array(1)]],
  ["saveDraft", [null, "name", new Uint8Array(1), "one too many"]],
  ["exportFile", ["exe", "name", new Uint8Array(1)]],
  ["appendJournal", ["id", ["two\nlines"]]],
  ["appendJournal", ["id", "line"]],
  ["startJournal", ["../../x", 7, new Uint8Array(1)]],
  ["setCommandStates", [{ noSuchCommand: { enabled: true } }]],
  ["setDocumentState", [null]],
  ["writeSettings", ["language"]],
];

test("calls with wrong arguments are refused", async ({ app }) => {
  for (const [method, given] of wrong) {
    const answer = await app.window.evaluate(
      ([name, values]) =>
        (window as unknown as { host: Bridge }).host[name]!(...values).then(
          () => "answered",
          (error: Error) => error.message,
        ),
      [method, given.map((value) => value)] as [string, unknown[]],
    );
    expect(answer, `${method}(${JSON.stringify(given)})`).toContain("Refused.");
  }
});

test("no method of the contract answers to what it was not made for", async ({ app }) => {
  test.setTimeout(180_000);
  // A name and some bytes are a proper call: it asks where to save, and nobody answers with a place.
  await app.answerSaveDialog(...Array(20).fill(null));
  await app.answerOpenDialog(...Array(20).fill(null));
  const settings = () =>
    app.window.evaluate(async () =>
      Object.keys((await (window as unknown as { host: Bridge }).host.readSettings!()) as object).sort(),
    );
  const known = await settings();
  const answers = await app.window.evaluate(async () => {
    const { host } = window as unknown as { host: Bridge };
    const pollution = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    const strange: unknown[] = [
      ...[undefined, null, 0, -1, Number.NaN, 1e308, true, "", "../../etc/passwd", "\u0000", "x".repeat(100_000)],
      ...[[], {}, pollution, [[]], new Uint8Array(3), new ArrayBuffer(3), new Date(0), /x/, new Map([["path", "/"]])],
      ...[{ length: 3 }, { path: "/etc/passwd" }, new Error("x"), 10n, Array(20_000).fill("x")],
    ];
    const tries = strange.flatMap((one) => [[one], [one, one, one], [null, one, one, one], ["x", one]]);
    const answered: string[] = [];
    let refused = 0;
    for (const method of Object.keys(host)) {
      if (method === "on") continue;
      for (const given of tries) {
        const answer = await host[method]!(...given).then(
          () => "answered",
          (error: Error) => error.message,
        );
        if (answer.includes("Refused.") || answer.includes("could not be cloned")) refused++;
        else answered.push(`${method}(${given.map((value) => Object.prototype.toString.call(value)).join(", ")})`);
      }
    }
    return { answered: [...new Set(answered)], refused };
  });
  expect(answers.refused).toBeGreaterThan(1500);
  // What remains are calls that follow the contract: ids that nobody gave out, links that lead nowhere, empty settings.
  const harmless =
    /^(saveDraftAs|readPrevious|openRecent|readJournal|discardJournal|openLink|appendJournal|writeSettings|setCommandStates)\(/;
  expect(answers.answered.filter((call) => !harmless.test(call))).toEqual([]);
  expect(await app.window.evaluate(() => ({}) as Record<string, unknown>)).toEqual({});
  expect(await app.window.evaluate(() => (({}) as Record<string, unknown>).polluted)).toBeUndefined();
  expect(await settings()).toEqual(known);
  expect(await app.electron.evaluate(() => ({}) as Record<string, unknown>)).toEqual({});
  expect(await app.electron.evaluate(() => (({}) as Record<string, unknown>).polluted)).toBeUndefined();
});

test("an id that is a path has no previous version", async ({ app }) => {
  const answer = await app.window.evaluate(() =>
    (window as unknown as { host: Bridge }).host.readPrevious!("../../../etc/passwd"),
  );
  expect(answer).toEqual({ ok: true, value: null, messages: [] });
});

test("a recent file is opened by an id that was given out, never by a path", async ({ app }) => {
  for (const id of ["/etc/passwd", "../../../etc/passwd", "0"]) {
    const answer = await app.window.evaluate(
      (given) => (window as unknown as { host: Bridge }).host.openRecent!(given),
      id,
    );
    expect(answer, id).toEqual({ ok: true, value: null, messages: [] });
  }
});

test("a journal id that is a path reaches no file", async ({ app }) => {
  const answer = await app.window.evaluate(() =>
    (window as unknown as { host: Bridge }).host.readJournal!("../settings"),
  );
  expect(answer).toMatchObject({ ok: false, error: { code: "journal.unknown" } });
});

test("a foreign page in a window of ours is refused", async ({ app }) => {
  const answer = await app.electron.evaluate(async ({ BrowserWindow, app: application }) => {
    const preload = `${application.getAppPath()}/out/main/preload.js`;
    const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await foreign.loadURL("data:text/html,<p>foreign</p>");
    const said = await foreign.webContents.executeJavaScript(
      "host.readSettings().then(() => 'answered', (error) => error.message)",
    );
    foreign.destroy();
    return said as string;
  });
  expect(answer).toContain("Refused.");
});

test("a link is opened outside only after asking, and only when it is harmless", async ({ app }) => {
  await app.electron.evaluate(({ shell }) => {
    const holder = globalThis as unknown as { opened: string[] };
    holder.opened = [];
    shell.openExternal = async (address) => {
      holder.opened.push(address);
    };
  });
  const open = (address: string) =>
    app.window.evaluate((link) => (window as unknown as { host: Bridge }).host.openLink!(link), address);
  await app.answerMessageBox(1, 0);
  expect(await open("https://www.itu.int/")).toBe(false);
  expect(await open("https://www.itu.int/")).toBe(true);
  for (const address of ["file:///etc/passwd", "javascript:alert(1)", "smb://server/share", "ms-word:x", "nonsense"]) {
    expect(await open(address), address).toBe(false);
  }
  expect(await app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([
    "https://www.itu.int/",
  ]);
});
