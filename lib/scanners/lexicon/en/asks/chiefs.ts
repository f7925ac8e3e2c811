import type { Phrase } from "../../../phrase.ts";
import { NEVER } from "./never.ts";
import { orEnd } from "./or-end.ts";

/** Asking for whoever is above. */
export const CHIEFS: Phrase[] = [
  {
    rule: "supervisor",
    label: "ask_supervisor",
    confidence: 0.92,
    any: [
      "(@ask_speak_to|talk|speak) @ask_boss",
      "(transfer|tranfer|connect|conect|pass|put|patch|switch|redirect|forward|direct|refer|route|hand|move|send|get|escalate|bring|take|hook) (me|us|this|it|my (case|issue|complaint|call|ticket|chat)|this (case|issue|chat|matter|complaint|call)) (over|on|through|thru|up|straight|directly|now|please|in touch)? (to|with|2)? @ask_boss",
      ...orEnd(
        "(want|need|wanna|require|demand|demanding|request|requesting|would like|i'd like|like|prefer|put|get|give|gimme|find|fetch|call|bring|grab|show|see|have) (me|us|to see|to have|in|for|to)? @ask_chief",
        "@ask_please|to|who|that|than|not|for|on|and|or|here|because|about|in",
      ),
      "(request|ask|asking|asked|waiting) for @ask_chief",
      "(complain|complaint|report|raise|take|go|escalate|elevate|bump) <4> (to|with) (your|ur|a|the) (@ask_chief_word|boss|bosses)",
      "(who's|whos|who is) (your|ur|the) (supervisor|manager|boss|superior|team lead|team leader)",
      "(who's|whos|who is|who exactly is) (in charge|responsible|the boss) (here|there|over there|at your <2>|of (you|this (chat|bot|place|department)))? $",
      "(can|could|may) (i|we) (please|just)? (have|get|see) (your|ur|the) boss",
      "(how|where|who|whom) (to|do|can|could|should|would) (i|we)? escalate",
      "(where is|where are|where's|wheres) (your|the|ur) @ask_chief_word",
      ...orEnd(
        "(is|are) there (a|an|any|no|not)? @ask_chief",
        "available|there|here|around|on duty|i can|i could|in|that|who|@ask_please",
      ),
      "(can|could|will|would|may|let) @ask_chief (please)? (help|call|contact|talk|speak|handle|look|take|join|review|get|answer|respond)",
      ...orEnd("do you have @ask_chief", "@ask_please|i|available|there|here|that|who|on|to"),
      "^ (no|yes|ok|okay|please|just|i said|now|your|a|the|get|then)? (your|a|the)? (supervisor|manager|superviser|supervisor or manager|manager or supervisor|team leader|boss) @ask_please? @ask_please? $",
      "^ <4> (supervisor|manager|superviser) (please|pls|plz|now|asap|right now|immediately) <3> $",
      "(on|mind|prefer|about|like|appreciate|of|for) (speaking|talking|chatting) (to|with) @ask_chief",
      "(please|pls|want to|wanna|need to|like to|can you|could you|can i|could i|must|kindly|you to|going to|would you|will you|i'll|gonna|let's|need this|want this|to be|this be|it be) (please|just)? (escalate|escalated|escalating|elevate|elevated) (this|it|my|the|to|further|higher|now|please|up|that|immediately)",
      ...orEnd("^ escalate", "this|it|my|the|to|now|please"),
    ],
    unless: [
      ...NEVER,
      "(password|package|task|device|download|file|window|display|boot|network|update|account|project|property|hotel|bank|relationship|session|desktop|volume|synaptic|software|data|case|asset|building|apartment|restaurant|content|community|city|product|campaign|event|marketing) (manager|managers|director)",
      "(my|his|her|their|our|was|were) (a|own|old|new|former)? (supervisor|manager|boss|superior|director|managers|supervisors) (said|told|is|was|wants|at|and|says|asked|has|who|to|will)",
      "(manager|supervisor|director|owner) (of|at|in|from) (the|my|a|this|that|his) (hotel|restaurant|store|bank|shop|company i|property|building|apartment|branch|gym|club|bar|team|project|department)",
      "(asked|waiting|waited) for <5> (yesterday|last (week|month|night)|hours|and (he|she|they|was|got)|but|was told|days)",
    ],
  },
];
