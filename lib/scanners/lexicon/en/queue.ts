import type { Phrase } from "../../phrase.ts";

export const QUEUE: Phrase[] = [
  {
    rule: "alternative.offered",
    label: "alternative_channel",
    confidence: 0.85,
    any: [
      "(you can|you could|you may|feel free to|if you (prefer|would prefer|would rather|like)|prefer to|alternatively|otherwise|or|instead) <4> (email|e mail|call|phone|write|contact|message|text|reach|whatsapp|visit) <1> (us|our|at|on|me|the team|support)",
      "(email|call|phone|text|message|whatsapp) us (at|on|instead|via)",
      "(by|via|over|through) (email|e mail|phone|whatsapp|sms) instead",
    ],
    unless: ["(have you|did you|you) (called|emailed|contacted)"],
  },
  {
    rule: "async.offered",
    label: "async_offered",
    confidence: 0.85,
    any: [
      "(leave|send|write|give|drop) <2> (your|a|us|me|us your|me your) <2> (message|email|e mail|email address|number|phone number|contact details|details|question) <9> (and|so|here|we|to)",
      "(we|we'll|someone|an agent|a colleague|agent|our team|they) <3> (reply|respond|answer|get back|follow up|write|contact you|reach out|call you back|email you|e mail you) <2> (by|via|through|over|to) <1> (email|e mail|mail|phone|sms|whatsapp)",
      "(call|ring|phone) you back",
      "(request|arrange|schedule|book|offer) <2> (call back|callback)",
      "(don't have to|no need to|you needn't|you can) <2> (wait here|stay here|close (this|the) (chat|window)|leave this (chat|page))",
      "(what|which) <3> (email|e mail|number) <3> (reach|contact|reply|call|write) <1> you",
    ],
    unless: ["(please|could you|can you) <2> (send|give) <3> (order|ticket|account|reference) <1> number"],
  },
  {
    rule: "async.taken",
    label: "agrees",
    confidence: 0.7,
    any: [
      "^ (yes|yeah|ok|okay|sure|fine|please do|sounds good|that works|that's fine|great|yes please|perfect|alright|go ahead)",
      "(email|e mail|call|write|text|message|contact) me (at|on|back|instead|later|by|please|tomorrow|when)",
      "(my (email|e mail|number|phone|mail) is|reach me (at|on|under))",
    ],
  },
  {
    rule: "left.words",
    label: "left_in_words",
    confidence: 0.8,
    any: [
      "^ <2> (never mind|nevermind|nvm|forget it|forget about it|forget this|don't bother|do not bother)",
      "(never mind|nevermind|nvm|forget it|forget about it|don't bother) <2> $",
      "(i'll|i will|ill|i'm going to|i am going to|i'd rather) <1> (do|fix|solve|sort|figure|handle|find|work) (it|this|that|something) <1> (out|by)? (myself|on my own|elsewhere|somewhere else|alone|out)",
      "(i'm|i am|im) <1> (leaving|giving up|done waiting|out of here|not waiting any longer|logging off|going now)",
      "(i|i'll|i will) (give up|gave up|have given up) <2> $",
      "(i'll|i will|i'm going to) (just)? (call|phone|ring|visit|try|come back|write) <3> (instead|later|another time|another day|tomorrow)",
    ],
    unless: [
      "(never mind|nevermind) (the|my|your|what|that|about|how|if|this)",
      "(if|unless|or|otherwise|before|until|don't|not) <3> (i'll|i will|i'm|i am|forget|leaving|giving up)",
    ],
  },
];
