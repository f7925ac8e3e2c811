import type { Phrase } from "../../../phrase.ts";
import { familyOf } from "./words.ts";

const family = familyOf("urgency");

const WANT =
  "(need|needs|needed|want|wanted|require|required|must|have to|has to|gotta|got to|like|please|pls|plz|plss|help|fix|resolve|sort|solve|send|call|reply|respond|answer|get|give|refund|cancel|contact|do|see|speak|talk|make|book|come|pick|find|block|freeze|stop|expect|demand|deliver|ship|assist|provide|process|connect|transfer|change|check|respond|order|address|handle|unlock|activate|let|dm|message|confirm|looking|appointment|ride|someone|somebody|assistance|response|able|it|this|done|fixed|resolved|sorted|answered|here|delivered|refunded|back|up|working)";
const SOON_DAY =
  "(today|tonight|tomorrow|tmrw|tmr|tomorow|2moro|this (morning|afternoon|evening)|(in|within) (the next)? (#|an|a|one|two|three|four|five|ten|fifteen|twenty|thirty|half an|a few|couple of|next few) <1> (hour|hours|hr|hrs|minutes|mins|min|day|days))";
const WHEN =
  "(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thurs|fri|sat|sun|today|tonight|tomorrow|noon|midday|midnight|morning|the morning|the weekend|weekend|christmas|end of (the)? (day|week|month|business)|eod|cob|close of business|#|1am|2am|3am|4am|5am|6am|7am|8am|9am|10am|11am|12am|1pm|2pm|3pm|4pm|5pm|6pm|7pm|8pm|9pm|10pm|11pm|12pm|then|next week|next (monday|tuesday|wednesday|thursday|friday)|this (week|evening|afternoon|weekend)|my flight|the flight|departure)";
const EVENT =
  "(flight|train|bus|plane|trip|wedding|interview|meeting|exam|exams|test|appointment|presentation|event|party|birthday|funeral|surgery|deadline|departure|holiday|vacation|conference|concert|gig|show|boarding|connection|honeymoon|class|assignment|homework|rent|payment|bill|launch|demo|checkout|check in|festival|graduation|cruise|ferry|delivery|move|project)";

/** Asking for speed, and deadlines that are near. */
export const URGENCY: Phrase[] = [
  family(
    "speed",
    0.85,
    [
      "(quick|quickly|fast|soon|swiftly) as (you|u|ya|anyone|somebody|someone) (can|could|possibly)",
      "(asap|a s a p|asaps|assap|asp|soonest|pronto|stat)",
      "(urgent|urgently|urgency|urgant|urgentley)",
      "as (soon|quick|quickly|fast|early|promptly) as (possible|u can|you can|you could|u could|may be|poss|humanly|practicable)",
      "(soon|sooner) as (possible|poss|you can)",
      "(hurry|hurrying|hury) <2>",
      "time (sensitive|critical|is of the essence|is running out|is ticking)",
      "(running|run|ran) out of time",
      "(clock is ticking|every minute counts|no time to (lose|waste|spare)|don't have (much|any|a lot of)? time|dont have (much|all) <1> time|haven't got (much|all|long)|short on time|pressed for time|tight (deadline|schedule|timeline)|against the clock)",
      "(expedite|expedited|expediting|speed (it|this|things|up)|fast track|rush (it|this|order|delivery|my)|prioritise|prioritize|escalate this immediately|top priority|high priority|chop chop)",
      "(in a|in such a|in a big|in a real) (hurry|rush)",
      "(immediate|prompt|speedy|instant|swift|rapid|quickest|fastest|earliest|soonest) <1> (help|assistance|attention|response|reply|action|answer|resolution|solution|support|callback|call back|feedback|refund|turnaround|fix|possible|convenience)",
      "quick <1> (help|assistance|response|reply|answer|solution|please)",
      "(it's|its|it is|this is|is|an|real|have an|medical|family|serious) <2> emergency",
      "(desperate|desperately|badly|really badly) (need|needs|needing|in need|want|wanting|trying)",
      "matter of urgency",
      "(losing|lose|lost) <4> (every|each|per) (minute|hour|day)",
      "(send|get|find|call|book|need) <1> (somebody|someone|anyone|a plumber|a doctor|a taxi|a cab|help|help|an ambulance) <3> (quickly|fast|now|quick|immediately|right now|right away)",
      "(within|in) the (next)? (hour|minute)",
      "(it|this|that) (can't|cannot|cant|won't) wait",
      "(act|be) fast",
      "(make it snappy|step on it|get a move on|quick smart|on the double|like yesterday|before it's too late|time is short)",
      "(get|send|find|book|give) (me|us|someone|somebody|anyone|help) <8> (right now|immediately|this minute|this instant|right away)",
      "(get|send|find) (me|us|someone|somebody|anyone) <6> now $",
      "(down|failing|broken|offline|outage|not working) <1> (in|on) (prod|production|live)",
      "^ quick (what|how|where|who|i|tell|give|can|somebody|someone|help)",
      "(bleeding|can't breathe|cannot breathe|chest pain|on fire|burning|gas leak|smell gas|smells of gas|flooding|flooded|pouring (in|out|through)|choking|unconscious|intruder|broken into|breaking in)",
      "(someone|somebody|they|he|hackers|hacker) (is|are|'s) <3> (my|our) <3> (right now|as we speak|this very)",
      "down to (my|our|the) last",
    ],
    [
      "(you|they|company|your|u|who) <2> (need|needs|should|to) <2> hurry",
      "(not|isn't|no|nothing|never|less|non|wasn't) <2> (urgent|rush|hurry|emergency|asap|urgency)",
      "(no|not in a|not in any|without|no need to|don't) (hurry|rush)",
      "emergency (exit|contact|contacts|brake|row|room|services|calls|call|number|landing|fund|mode|kit|shell|light|lights|savings|vet|dentist)",
      "(whenever|take your time|when you get a chance|at your convenience)",
      "(got|received|gave|very|such a|thank|thanks|appreciate) <5> (quick|prompt|fast|speedy|swift) <1> (response|reply|help|answer|support|resolution|assistance|service|turnaround|action)",
      "(quick|fast) (way to|fix) <3> (make|use|know|cook)",
      "(is|was) (there|it) a (quick|fast|quickest|fastest)",
    ],
  ),
  family(
    "now",
    0.7,
    [
      `${WANT} <6> (immediately|immediatly|imediately|immediatley|right now|right away|rightaway|straight away|straightaway|at once|this instant|this minute|this second|right this|instantly|without delay|promptly|like now|now now|forthwith)`,
      `(immediately|immediatly|right now|right away|straight away|at once) <1> (need|help|fix|send|call|reply|respond|answer|refund|cancel|block|stop|contact)`,
      `(need|needs|require|must|have to|gotta|please|pls|plz|fix|resolve|sort|solve|send|call|reply|respond|answer|give|refund|contact|deliver|someone|somebody|response|it|done|fixed|resolved|sorted|answered) <3> (now|today|quickly|quicker|faster|pronto|soon) $`,
      `${WANT} <4> (now|quickly|fast|soon|today) (not tomorrow|please|pls|plz|thanks|thank you|because|as|or|before|since|cause|cos)`,
      "(immediately|right now|right away|straight away) $",
      "(please|pls|plz|come on|can (you|we|i|someone|somebody)|could (you|we|u)|need (you|someone)) <4> (quickly|faster|hurry|be quick|speed (up|it|this))",
      "(be|make it|make this|respond|reply|answer|act|move|work) (quick|quickly|fast|faster|now|soon|immediately)",
      "(can't|cannot|can not|cant|couldn't|won't|not able to|unable to) wait (any|much|until|till|til|that|this|so|for (#|days|weeks|another)|longer|forever|all day|#|another|anymore)",
      "need <4> (now|immediately|today|tonight|right now|urgently|tomorrow|quickly|fast|soon|soonest|yesterday)",
      "quick (please|pls|plz|quick)",
      "(better|let's|lets|need to|have to|gotta|can we|must) <6> quick (or|before|because|so|as|cause|cos|please) <1>",
      "now (please|pls|plz|or)",
      "(now|fast|quick) (now|fast|quick)",
      "(fix|sort|resolve|restore) <4> now",
    ],
    [
      "(table|room|rooms|hotel|tickets|ticket|flight|booking|reservation|appointment|ride|restaurant|stay) <3> (today|tonight|tomorrow|now)",
      "(cannot|can't|cant) wait (to|for|until|till) (see|try|get|fly|hear|it|the|my|this|start|use|play|watch|go|you)",
      "(is|was|are|it's|not|isn't|doesn't|don't|am|i'm|been|stopped|had|works|even|than|very|drain*|charg*|drops) <3> (quickly|fast|faster|right now|right away|immediately|now|instantly) $",
      "(fine|good|working|works|sorted|fixed|resolved|ok|okay|gone|better|thanks) <2> (now|today|right now) $",
      "(just|until|til|till|for|by|up to|right|from) now $",
      "(hear|talk|see|speak|meet|reply) <3> (soon|you soon|today|to you soon) $",
      "(looking|thinking|cancelling|canceling|switching|leaving|working|using|paying|stay|staying|since|meeting) <6> (now|today|tonight|this morning) $",
      "(what|how|when|where|which|why|who|is|are|do|does|did|should|will|if|whether) <8> (now|today|soon|tonight|right now) $",
      "(thank|thanks|appreciate|love) <4>",
      "(closed|was cancelled|got cancelled|replied|responded|answered|crashes|closes|disconnects|shuts|hung|hangs|logs|happened|fails|failed) <2> (immediately|right away|straight away|instantly|at once|right now)",
      "(free|available|busy|online|playing|watching|driving|at work|at the) <4> (now|right now|today|tonight)",
      "(not|don't|doesn't|can't|won't|isn't) <4> (right now|now|today|fast|quickly|immediately) $",
      "(have|want|need) a (great|good|nice|lovely|wonderful) <2>",
      "(how|as) (fast|quickly|soon)",
    ],
  ),
  family(
    "deadline",
    0.65,
    [
      "(we|i|it|this|project|site|store|app) <1> (go|goes|going|gone) live <2> (today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|in (#|an|two|three|a few|one)|at #|next week|this (week|morning|afternoon|evening))",
      "(shop|store|office|counter|desk|bank|branch|gate|window|clinic|pharmacy|they|it|box office|registration|auction|sale|check in|bidding) <1> (shuts|closes|shut|close|ends|closing) <1> (at #|in|soon|today|tonight|at (five|six|seven|eight|nine|ten|noon|midnight|four|three))",
      `(need|needs|needed|must|have to|has to|gotta|got to|require|required|want|wanted|supposed to|due|deadline|expect|get|arrive|be there|delivered|receive|here|ready|fixed|sorted|resolved|refund|refunded|answer|reply|response|done|sort|fix|will i|delivery|ship) <8> (by|before|no later than) ${WHEN}`,
      `(need|needs|must|sort|fix|resolve|fixed|sorted|resolved|done|refunded|answered) <6> ${SOON_DAY}`,
      `${EVENT} <2> (goes|is|leaves|departs|starts|begins|boards|takes off|due|departing|leaving|boarding|was supposed) <2> ${SOON_DAY}`,
      `(my|our|a|an|have|got|important|job|big|catch|catching|have to) <3> ${EVENT} <1> (today|tonight|tomorrow|tmrw|tmr|this (morning|afternoon|evening)|in (#|an|a|one|two|three|four|five|ten|fifteen|twenty|thirty|half|half an|less than|under|a few|few) <1> (hour|hours|hrs|minutes|mins|min|days|day)|in the morning|due|on (monday|tuesday|wednesday|thursday|friday|saturday|sunday))`,
      `(leave|leaving|fly|flying|travel|travelling|traveling|depart|departing|going away|moving|checking in|check in|board|boarding|travels|flies|going on holiday|get married|getting married) <4> (today|tonight|tomorrow|tmrw|tmr|(this|tomorrow) (morning|afternoon|evening)|in (#|an|a|one|two|three|four|five|ten|fifteen|twenty|thirty|half|half an|less than|under|a few|few) <1> (hour|hours|hrs|hr|minutes|mins|min)|in (#|two|three|a couple of|few) days|early morning|shortly)`,
      "(on|have|got|under|meet|tight|my|a|the|miss|close) <1> deadline",
      "(deadline|due date|time limit|cut off|cutoff) (is|in|today|tomorrow|for|by|approaching|coming|of|at)",
      "(due|expires|expiring|expire|offer ends|sale ends|closing|closes|leaves|departs|boards) (at (noon|midnight)|today|tonight|tomorrow|in (#|an|a|half|two|one|three|less|under) <2>|at #)",
      "(only|just|less than|under|barely) <1> (have|got|#|one|two|an|few|a few|couple|half)? <2> (minutes|mins|hours|hrs|hour|days|day) (left|to go|until|till|til|before|away|to (make|catch|get|board|go|sort|fix))",
      "(close|closes|closing|shut|shuts|run out|runs out|running out|expire|expires|end|ends|start|starts|begin|begins|leave|leaves|depart|departs|board|boards|boarding|land|lands) in (#|a few|five|ten|fifteen|twenty|thirty|half an|an|one|two|three) <1> (min|mins|minutes|minute|hour|hours|hrs)",
      "any (way|chance|possibility) <8> (this (morning|afternoon|evening)|tonight|before <4>)",
      "(going to|gonna|about to|might|will|i'll|gunna|don't want to|can't|risk) (miss|be late|missing|be stranded|miss out) <4> (flight|connection|train|bus|interview|meeting|work|deadline|school|class|wedding|appointment|plane|exam)",
      `before (my|our|the|i|we|it's|it is|its) <2> (${EVENT.slice(1, -1)}|leave|leaves|fly|travel|go|board|too late|gone|expires|ends|closes|deadline)`,
      "(too late|before it's too late|last minute)",
      "(blocking|blocked|holding up|holding us up|critical|production|prod|mission critical|business critical) <2> (launch|release|us|is down|down|outage|work|our|everything|my work|deadline|issue)",
    ],
    [
      "(if|unless) <4> (isn't|not|aren't) <4>",
      "(like|want|book|need|looking|make|schedule) <4> (appointment|table|hotel|room|flight|ticket|tickets|reservation|ride|meeting) <9>",
      "(how|when) (long|soon|will|do|does|can|would|should|is|are) <6> (arrive|deliver|ship|take)",
      "(thank|thanks|great|awesome)",
      "(will|would) it be (here|ready|delivered) by",
      "kidding",
      "(check|see|know) (if|whether) <6> (today|tomorrow|tonight)",
      "(was|were|had|got|ordered|bought|flew|left|started|arrived|landed) <4> (yesterday|last (night|week|month|year))",
      "(too late) (now|for that)",
      "(late|early) (fee|fees|charge)",
    ],
  ),
  family(
    "press",
    0.3,
    [
      "(need|want|help|please|pls|plz) <3> (this|it|help|someone|you) <3> (now|today|soon|quick|quickly)",
      "(quickly|faster|soon|immediately|right now|right away|emergency|deadline|hurry|stranded|desperate|desperately)",
      "(important|crucial|critical|vital|essential|serious|please please|stuck (at|in|here|on))",
    ],
    [
      "quick (question|q|query|one)",
      "(thank|thanks)",
      "(right|just|until|by|for) now",
      "(already|now) (have|has|did|been|had|done)",
      "(is|are|do|does|how|what) <6> today",
    ],
  ),
];
