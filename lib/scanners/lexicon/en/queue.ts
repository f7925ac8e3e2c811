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
];
