import { label } from "#lib/format.ts";
import type { Topic } from "#lib/topics/taxonomy/taxonomy.ts";

type SelectProps = { name: string; topics: Topic[]; none: string; said: string; chosen?: number | null };

/** One of the topics that are counted. */
export function TopicSelect({ name, topics, none, said, chosen = null }: SelectProps) {
  return (
    <select name={name} defaultValue={chosen ?? 0} aria-label={said} className="field min-w-0 flex-1">
      <option value={0}>{none}</option>
      {topics.map((topic) => (
        <option key={topic.id} value={topic.id}>
          {label(topic.name)}
        </option>
      ))}
    </select>
  );
}
