import { createTransport, type SendMailOptions } from "nodemailer";
import type { AlarmText } from "#lib/alarms/alarm-text.ts";
import { env } from "#lib/env.ts";
import { TIMEOUT_MS } from "./post.ts";
import { failed, type Outgoing, refused, SENT, type Sender, type Verdict } from "./sender.ts";

export type MailServer = { url: string; from: string; timeoutMs?: number };

/** The one that the environment names; null = none. */
const mailServer = (): MailServer | null => {
  const { SEAM_SMTP_URL: url, SEAM_MAIL_FROM: from } = env();
  return url && from ? { url, from } : null;
};

const TIMEOUTS = ["connectionTimeout", "greetingTimeout", "socketTimeout", "dnsTimeout"];

/** Options beside an address are not read: they have to be a part of it. */
const withTimeouts = (server: string, timeoutMs: number): string => {
  const url = new URL(server);
  for (const name of TIMEOUTS) if (!url.searchParams.has(name)) url.searchParams.set(name, String(timeoutMs));
  return url.href;
};

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const htmlOf = ({ title, lines, url }: AlarmText): string =>
  [
    '<div style="font:15px/22px -apple-system,Segoe UI,Roboto,sans-serif;color:#16181b;max-width:560px">',
    `<p style="font-size:17px;font-weight:600">${escaped(title)}</p>`,
    ...lines.map((line) => `<p>${escaped(line)}</p>`),
    `<p><a href="${escaped(url)}" style="color:#2459bf">Open in Seam</a></p>`,
    "</div>",
  ].join("\n");

/** The id of a mail is made of its key, and the mails of an incident refer to one id, so that a reader shows them as one
 * talk and drops what it has. */
export const mailOf = (message: Outgoing, from: string, to: string[]): SendMailOptions => {
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? "seam.invalid";
  const { text, key, isTest, notification } = message;
  const thread = `<${notification.incidentId}@${domain}>`;
  return {
    from,
    to,
    subject: text.title,
    text: [text.title, "", ...text.lines, "", text.url, ""].join("\n"),
    html: htmlOf(text),
    messageId: `<${key.replaceAll(":", ".")}@${domain}>`,
    ...(isTest ? {} : { inReplyTo: thread, references: thread }),
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
};

/** Sends over SMTP to all recipients at once. What the server refuses for good (5xx) is refused; what it refuses for now
 * (4xx), or does not answer, may go through later. Sent as soon as it takes one recipient, with a sentence on the others:
 * sent again, those would have it twice who have it. */
export const sendEmail =
  (server: () => MailServer | null = mailServer): Sender<"email"> =>
  async (message, { settings }) => {
    const found = server();
    if (!found) return refused("No mail server is set: SEAM_SMTP_URL and SEAM_MAIL_FROM name one.");
    const { url, from, timeoutMs = TIMEOUT_MS } = found;
    const transport = createTransport(withTimeouts(url, timeoutMs));
    try {
      const { rejected } = await transport.sendMail(mailOf(message, from, settings.to));
      return rejected.length === 0 ? SENT : { kind: "sent", problem: notTo(rejected.map(String)) };
    } catch (error) {
      return verdictOf(error);
    } finally {
      transport.close();
    }
  };

const notTo = (rejected: string[]): string => `The mail server does not take ${rejected.join(", ")}.`;

const verdictOf = (error: unknown): Verdict => {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (responseCode !== undefined && responseCode >= 500) {
    return refused(
      code === "EAUTH"
        ? `The mail server does not take user and password (${responseCode}): look at SEAM_SMTP_URL.`
        : `The mail server refuses the message (${responseCode}).`,
    );
  }
  if (responseCode !== undefined) return failed(`The mail server does not take the message now (${responseCode}).`);
  return failed(`The mail server did not take the message${code ? ` (${code})` : ""}.`);
};
