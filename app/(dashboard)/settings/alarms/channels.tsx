import { ActionForm } from "#app/_components/action-form.tsx";
import type { Channel } from "#db/notification-channels.ts";
import { CHANNEL_NAMES } from "#lib/alarms/channel.ts";
import { count, dateTime } from "#lib/format.ts";
import { remove, saveChannel, switchOver, test } from "./actions.ts";
import { ChannelForm } from "./channel-form.tsx";

/** The channels there are, each with what came of its last message. */
export function Channels({ channels, zone }: { channels: Channel[]; zone: string }) {
  return (
    <section className="section" aria-labelledby="channels-title">
      <h2 id="channels-title">Channels</h2>
      {channels.length === 0 && <p className="deck">None yet, so alarms stand in the journal only.</p>}
      <ul>
        {channels.map((channel) => (
          <li key={channel.id} className="border-b border-hair py-3" aria-label={channel.name}>
            <div className="flex flex-wrap items-baseline gap-x-4">
              <b className="font-semibold">{channel.name}</b>
              <span className="text-ink-2">{CHANNEL_NAMES[channel.kind]}</span>
              {!channel.isEnabled && <span className="text-ink-3">switched off</span>}
            </div>
            <p className="note break-all">{channel.to.join(", ") || channel.url}</p>
            <Result channel={channel} zone={zone} />
            <Controls channel={channel} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Result({ channel, zone }: { channel: Channel; zone: string }) {
  const { lastSentAt, lastError, lastFailedAt, open, failing } = channel;
  return (
    <>
      <p className="note">
        {lastSentAt ? `Last delivered ${dateTime(lastSentAt, zone)}.` : "Nothing delivered yet."}
        {open > 0 && ` ${count(open)} waiting to go out${failing > 0 ? `, ${count(failing)} tried before` : ""}.`}
      </p>
      {lastError && (
        <p className="mt-1 text-red-ink">
          {lastFailedAt && `${dateTime(lastFailedAt, zone)}: `}
          {lastError}
        </p>
      )}
    </>
  );
}

function Controls({ channel }: { channel: Channel }) {
  const id = <input type="hidden" name="id" value={channel.id} />;
  return (
    <div className="mt-1 flex flex-wrap items-baseline gap-x-4">
      {channel.isEnabled && (
        <ActionForm action={test} submit="Send a test" name={`Send a test to ${channel.name}`} look="link">
          {id}
        </ActionForm>
      )}
      <ActionForm
        action={switchOver}
        submit={channel.isEnabled ? "Switch off" : "Switch on"}
        name={`${channel.isEnabled ? "Switch off" : "Switch on"} ${channel.name}`}
        look="link"
      >
        {id}
        <input type="hidden" name="on" value={String(!channel.isEnabled)} />
      </ActionForm>
      <ActionForm
        action={remove}
        submit="Delete"
        name={`Delete ${channel.name}`}
        look="link"
        question={`Delete ${channel.name}? What has not gone out on it never will.`}
      >
        {id}
      </ActionForm>
      <details className="basis-full">
        <summary className="link min-h-6 cursor-pointer">Change</summary>
        <ChannelForm action={saveChannel} kind={channel.kind} channel={channel} />
      </details>
    </div>
  );
}
