import type { ReactNode } from "react";
import type { Dossier } from "#db/conversation.ts";
import { clock, dateTime, label, lengthText } from "#lib/format.ts";
import { asksText, partsText, promiseText } from "#lib/sentences/one-wait.ts";
import { Given, ReadWhy } from "./as-read.tsx";

const SEGMENT_RULES: Record<number, string> = {
  1: "no AI took part",
  2: "at least one executed handoff",
  3: "a person took over after the AI",
  4: "a person replied, the AI followed",
  5: "only the AI replied",
  6: "nobody replied",
};

const LEGS: Record<string, string> = {
  whole: "the whole conversation",
  ai: "the AI’s part",
  human: "the agent’s part",
};

/** What is known beside the words: why, what was given, what was promised, what became of it. */
export function Rail({ dossier, zone }: { dossier: Dossier; zone: string }) {
  const { handoffs, episodes, ratings, defects } = dossier;
  const handoff = handoffs.find(({ ordinal }) => ordinal === 1);
  const findings = dossier.findings.filter((one) => one.episode === handoff?.episode);
  const episode = episodes.find((one) => one.episode === (handoff?.episode ?? 0));
  const asked = episode ? askedOf(episode, handoff, zone) : null;
  return (
    <aside className="section h-fit text-[12px] leading-4 xl:sticky xl:top-4" aria-label="What is known about it">
      {handoff && (
        <Block title="Why it was handed over">
          <Fact name="Declared">{handoff.reason ?? label(handoff.trigger)}</Fact>
          <Fact name="Read as">
            {label(handoff.family)}, decided by {label(handoff.initiator)}
          </Fact>
          <Fact name="Certainty">{label(handoff.provenance)}</Fact>
          {handoff.isScanned && (
            <Fact name="As we read it">
              <ReadWhy findings={findings} handoff={handoff} />
            </Fact>
          )}
          {asked && (
            <Fact name="Asked">
              {asked.asked}
              <span className="block text-ink-2">{asked.led}</span>
            </Fact>
          )}
        </Block>
      )}
      {!handoff && asked && (
        <Block title="Asking for a person">
          <p>
            Asked {asked.asked}; {asked.led}
          </p>
        </Block>
      )}
      {handoff && handoff.isScanned !== null && (
        <Block title="What the agent was given">
          {handoff.isScanned ? (
            <Given findings={findings} handoff={handoff} />
          ) : (
            <p className="text-ink-2">Not read: there are no phrases for this language yet.</p>
          )}
        </Block>
      )}
      {handoff && <Wait handoff={handoff} episode={episode} />}
      {episode && (
        <Block title="What became of it">
          <Fact name="Resolution">{episode.resolution === "pending" ? "not known yet" : episode.resolution}</Fact>
          <Fact name="Final">
            {episode.maturesAt ? dateTime(episode.maturesAt, zone) : "once it has ended, plus 7 days"}
          </Fact>
        </Block>
      )}
      {ratings.map((rating) => (
        <Block key={rating.ratingId} title="Rating">
          <p className="text-[13px] font-semibold">
            {rating.score} of {rating.scaleMax}
          </p>
          {rating.comment && <p className="mt-1 text-ink-2">“{rating.comment}”</p>}
          <Fact name="About">{LEGS[rating.leg] ?? rating.leg}</Fact>
          <Fact name="Satisfied is">{rating.mapping || "not stored"}</Fact>
          <Fact name="Given">{dateTime(rating.at, zone)}</Fact>
          <p className="mt-1 text-ink-2">
            {!rating.counts && <b className="font-semibold">Does not count. </b>}
            {rating.why}
          </p>
        </Block>
      ))}
      {episodes.map((one) => (
        <Block key={one.episode} title={episodes.length > 1 ? `Segment of episode ${one.episode + 1}` : "Segment"}>
          <p>
            <b className="font-semibold">{label(one.segment)}</b>, rule {one.rule}: {SEGMENT_RULES[one.rule]}.
            {one.excluded && ` Outside every rate: ${one.excluded}.`}
          </p>
          {one.tags.length > 0 && <p className="mt-1 text-ink-3">{one.tags.map(label).join(", ")}</p>}
        </Block>
      ))}
      {defects.length > 0 && (
        <Block title="Data defects">
          {defects.map((defect) => (
            <p key={`${defect.stage} ${defect.ordinal}`} className="text-ink-2">
              {defect.field}: {defect.code.replaceAll("_", " ")}, {defect.detail}
            </p>
          ))}
        </Block>
      )}
    </aside>
  );
}

type Of<K extends "handoffs" | "episodes"> = Dossier[K][number];

const askedOf = (episode: Of<"episodes">, handoff: Of<"handoffs"> | undefined, zone: string) => {
  const { asks, firstHumanAskAt, askToHandoffSeconds, askToHandoffTurns } = episode;
  if (!firstHumanAskAt) return null;
  return asksText(
    { count: asks, toHandoffSeconds: askToHandoffSeconds, toHandoffTurns: askToHandoffTurns },
    { at: clock(firstHumanAskAt, zone), isBefore: handoff !== undefined && firstHumanAskAt <= handoff.at },
  );
};

/** The wait by its clocks and in its parts, and whether it was as long as it was said to be. */
function Wait({ handoff, episode }: { handoff: Of<"handoffs">; episode: Of<"episodes"> | undefined }) {
  const parts = partsText(handoff);
  const fromAsk = episode?.askOutcome === "answered" ? episode.askWaitBusinessSeconds : null;
  return (
    <Block title="The wait">
      <Fact name="Promised">{promiseText(handoff)}</Fact>
      <Fact name="Open hours">
        {lengthText(handoff.waitBusinessSeconds)}
        {parts && <span className="block text-ink-2">{parts}</span>}
      </Fact>
      {fromAsk !== null && <Fact name="From the ask">{lengthText(fromAsk)}</Fact>}
      {handoff.calendar && <Fact name="Counted in">hours “{handoff.calendar}”</Fact>}
      <Fact name="On the clock">{lengthText(handoff.waitSeconds)}</Fact>
      <Fact name="Ended">
        {label(handoff.outcome).toLowerCase()}
        {handoff.leftHow === "silent" && ", silently (inferred)"}
        {handoff.emptyRoom && "; the customer did not write again"}
      </Fact>
    </Block>
  );
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t border-hair-2 py-3 first:border-t-0 first:pt-0">
      <h2 className="!text-[12px] !leading-4 mb-1.5">{title}</h2>
      {children}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p className="grid grid-cols-[88px_1fr] gap-x-2 py-0.5">
      <span className="text-ink-3">{name}</span>
      <span className="text-pretty">{children}</span>
    </p>
  );
}
