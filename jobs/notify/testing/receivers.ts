import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer } from "smtp-server";

/** hang: takes what is sent and never answers. */
export type Answer = { status?: number; headers?: Record<string, string>; body?: string; hangs?: boolean };
export type Posted = { path: string; headers: Record<string, string>; body: string };

/** A program on loopback that is told of alarms and answers as the test says. */
export const openReceiver = async () => {
  const held = { answer: (_: Posted, _n: number): Answer => ({}), posted: [] as Posted[], onHang: () => {} };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const posted = { path: request.url ?? "", headers, body: Buffer.concat(chunks).toString("utf8") };
      held.posted.push(posted);
      const { status = 200, headers: more = {}, body = "ok", hangs } = held.answer(posted, held.posted.length);
      if (hangs) return held.onHang();
      response.writeHead(status, more).end(body);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return Object.assign(held, {
    url: `http://127.0.0.1:${port}/hook`,
    /** Time is up as soon as one was taken without an answer. */
    timeout: (): AbortSignal => {
      const patience = new AbortController();
      held.onHang = () => patience.abort();
      return patience.signal;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((done) => server.close(() => done()));
    },
  });
};

export type Mail = { from: string; to: string[]; raw: string };
/** drops: takes the mail and cuts the line instead of answering. */
type MailAnswer = { code?: number; hangs?: boolean; drops?: boolean };

const smtpError = (code: number) => Object.assign(new Error("refused"), { responseCode: code });

/** The server waits a tenth of a second for clients that talk before they are greeted. Ours never do, and are greeted at
 * once. */
const greetAtOnce = (connection: { connectionReady: () => void }): void => {
  const greet = connection.connectionReady.bind(connection);
  let isGreeted = false;
  connection.connectionReady = () => {
    if (!isGreeted) greet();
    isGreeted = true;
  };
  connection.connectionReady();
};

/** A mail server on loopback that answers the whole mail, or a recipient, as the test says. */
export const openMailServer = async ({ password }: { password?: string } = {}) => {
  const held = {
    answer: (_: Mail, _n: number): MailAnswer => ({}),
    recipient: (_: string): number | null => null,
    mails: [] as Mail[],
  };
  const lines = new Map<string, Socket>();
  const greeted = new WeakSet<object>();
  const server = new SMTPServer({
    closeTimeout: 10,
    disableReverseLookup: true,
    disabledCommands: password === undefined ? ["STARTTLS", "AUTH"] : ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: (auth, _, done) => (auth.password === password ? done(null, { user: "seam" }) : done(smtpError(535))),
    onRcptTo: ({ address }, _, done) => {
      const code = held.recipient(address);
      done(code === null ? null : smtpError(code));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const raw = Buffer.concat(chunks).toString("utf8");
        const mail = { from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address), raw };
        held.mails.push(mail);
        const { code, hangs, drops } = held.answer(mail, held.mails.length);
        if (drops) lines.get(`${session.remoteAddress} ${session.remotePort}`)?.destroy();
        else if (!hangs) done(code === undefined ? null : smtpError(code));
      });
    },
  });
  server.on("error", () => {});
  server.server.on("connection", (socket) => {
    socket.setNoDelay(true);
    lines.set(`${socket.remoteAddress} ${socket.remotePort}`, socket);
    // Then it stands among the connections.
    setImmediate(() => {
      for (const connection of server.connections) {
        if (!greeted.has(connection)) greetAtOnce(connection);
        greeted.add(connection);
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(held, {
    url: `smtp://127.0.0.1:${port}`,
    port,
    close: () => new Promise<void>((done) => server.close(done)),
  });
};

/** A header of a mail, unfolded. */
export const headerOf = ({ raw }: Mail, name: string): string | null =>
  new RegExp(`^${name}:(.*(?:\\r\\n[ \\t].*)*)`, "im")
    .exec(raw)?.[1]
    ?.replaceAll(/\r\n[ \t]/g, " ")
    .trim() ?? null;
