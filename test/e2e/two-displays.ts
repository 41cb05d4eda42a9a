/**
 * A display server with two displays side by side. Xvfb has one alone; the server of TigerVNC makes a second one when
 * a viewer asks for it (RFB 3.8 with the pseudo-encoding ExtendedDesktopSize), and such a viewer is all this is.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";

export interface TwoDisplays {
  /** For DISPLAY. */
  name: string;
  size: { width: number; height: number };
  stop(): void;
}

/** Whether the server is installed. */
export const hasTwoDisplays = spawnSync("Xvnc", ["-version"]).error === undefined;

/** Starts the server; both displays have the same size, the second one right of the first. */
export async function twoDisplays(number: number, size: { width: number; height: number }): Promise<TwoDisplays> {
  const port = 5900 + number;
  const words = [`:${number}`, "-geometry", `${2 * size.width}x${size.height}`, "-depth", "24"];
  const server = spawn("Xvnc", [...words, "-SecurityTypes", "None", "-localhost", "-rfbport", String(port)]);
  const viewer = await connected(server, port);
  await askForTwo(viewer, size);
  return {
    name: `:${number}`,
    size,
    stop() {
      viewer.destroy();
      server.kill();
    },
  };
}

async function connected(server: ChildProcess, port: number): Promise<Socket> {
  for (let said = ""; !said.includes("Listening for VNC connections"); ) {
    const [chunk] = (await once(server.stderr as NonNullable<typeof server.stderr>, "data")) as [Buffer];
    said += chunk.toString();
  }
  const viewer = connect(port, "127.0.0.1");
  await once(viewer, "connect");
  return viewer;
}

async function askForTwo(viewer: Socket, { width, height }: TwoDisplays["size"]): Promise<void> {
  const take = reader(viewer);
  await take(12);
  viewer.write("RFB 003.008\n");
  const kinds = (await take(1)).readUInt8();
  await take(kinds);
  // No secret, and shared with others.
  viewer.write(Buffer.of(1));
  await take(4);
  viewer.write(Buffer.of(1));
  const name = (await take(24)).readUInt32BE(20);
  await take(name);
  const encodings = Buffer.alloc(8);
  encodings.writeUInt8(2, 0);
  encodings.writeUInt16BE(1, 2);
  encodings.writeInt32BE(-308, 4);
  viewer.write(encodings);
  const screens = [0, width].map((x, index) => {
    const screen = Buffer.alloc(16);
    screen.writeUInt32BE(index + 1, 0);
    screen.writeUInt16BE(x, 4);
    screen.writeUInt16BE(width, 8);
    screen.writeUInt16BE(height, 10);
    return screen;
  });
  const wish = Buffer.alloc(8);
  wish.writeUInt8(251, 0);
  wish.writeUInt16BE(2 * width, 2);
  wish.writeUInt16BE(height, 4);
  wish.writeUInt8(screens.length, 6);
  // The server takes wishes from viewers that have asked for a picture, and answers with what it made of them.
  viewer.write(Buffer.from([3, 0, 0, 0, 0, 0, 0, 1, 0, 1]));
  viewer.write(Buffer.concat([wish, ...screens]));
  for (let answers = 0; answers < 2; ) {
    await take(1);
    const rectangles = (await take(3)).readUInt16BE(1);
    for (let at = 0; at < rectangles; at++) {
      const head = await take(12);
      if (head.readInt32BE(8) !== -308) throw new Error("The display server answers something else.");
      const count = (await take(4)).readUInt8();
      await take(16 * count);
      answers++;
      if (count === 2) return;
    }
  }
  throw new Error("The display server made no second display.");
}

/** Reads so many bytes, in order. */
function reader(viewer: Socket): (size: number) => Promise<Buffer> {
  let held = Buffer.alloc(0);
  viewer.on("data", (chunk) => {
    held = Buffer.concat([held, chunk]);
    viewer.emit("more");
  });
  return async (size) => {
    while (held.length < size) await once(viewer, "more");
    const taken = held.subarray(0, size);
    held = held.subarray(size);
    return taken;
  };
}
