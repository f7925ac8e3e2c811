"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

type Props = {
  tabs: { href: string; name: string }[];
  views: { id: string; name: string; href: string }[];
  weeks: { week: string; name: string }[];
};

const ITEM = "flex min-h-8 items-center px-3 text-[13px] aria-selected:bg-sunken cursor-pointer";
const GROUP =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:text-[11px] [&_[cmdk-group-heading]]:text-ink-3";

/** ⌘K or Ctrl K: any page, view or week, any conversation by its id. */
export function CommandMenu({ tabs, views, weeks }: Props) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState("");
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen((open) => !open);
    };
    const show = () => setOpen(true);
    window.addEventListener("keydown", onKey);
    window.addEventListener("seam:commands", show);
    return () => {
      window.removeEventListener("keydown", onKey);
      window.removeEventListener("seam:commands", show);
    };
  }, []);
  const go = (href: string) => {
    setOpen(false);
    setWords("");
    router.push(href);
  };
  return (
    <Command.Dialog
      open={isOpen}
      onOpenChange={setOpen}
      label="Go to"
      overlayClassName="fixed inset-0 z-30"
      contentClassName="popover-surface fixed top-24 left-1/2 z-40 w-[min(520px,calc(100vw-32px))] -translate-x-1/2 overflow-hidden"
    >
      <Command.Input
        value={words}
        onValueChange={setWords}
        placeholder="A page, a view, a week, or words of a conversation"
        className="h-11 w-full border-b border-hair bg-transparent px-3 outline-none"
      />
      <Command.List className="max-h-80 overflow-y-auto pb-2">
        <Command.Empty className="px-3 py-2 text-ink-3">Nothing has that name.</Command.Empty>
        <Command.Group heading="Pages" className={GROUP}>
          {tabs.map(({ href, name }) => (
            <Command.Item key={href} className={ITEM} onSelect={() => go(href)}>
              {name}
            </Command.Item>
          ))}
        </Command.Group>
        {views.length > 0 && (
          <Command.Group heading="Views" className={GROUP}>
            {views.map(({ id, name, href }) => (
              <Command.Item key={id} value={`view ${name} ${id}`} className={ITEM} onSelect={() => go(href)}>
                {name}
              </Command.Item>
            ))}
          </Command.Group>
        )}
        <Command.Group heading="Weeks" className={GROUP}>
          {weeks.map(({ week, name }) => (
            <Command.Item key={week} className={ITEM} onSelect={() => go(`/weekly?week=${week}`)}>
              {name}
            </Command.Item>
          ))}
        </Command.Group>
        {words.trim() !== "" && (
          <Command.Group heading="Conversations" className={GROUP} forceMount>
            <Command.Item
              forceMount
              value={`search ${words}`}
              className={ITEM}
              onSelect={() => go(`/handoffs?q=${encodeURIComponent(words.trim())}`)}
            >
              Search handoffs of the week for “{words.trim()}”
            </Command.Item>
          </Command.Group>
        )}
      </Command.List>
    </Command.Dialog>
  );
}
