import type { Phrase } from "../../phrase.ts";

const HELP = "(help|assist|serve|support|be of (help|assistance|service))";

/** What everybody's case is called. */
const MATTER =
  "(problem|problems|issue|issues|trouble|troubles|matter|concern|concerns|question|questions|query|queries|inquiry|enquiry|situation|experience|complaint|difficulty|difficulties|request|happened|going on|happening|emergency)";

const COLD_UNLESS = [
  "(anything|something|what) else",
  "(else|further|more) <3> (help|assist|do)",
  "(other|more|further|additional|additionally|any) (question|questions|concern|concerns|query|queries)",
  "(if|whenever|should) (you|it|this|that|the|there)",
  "(i see|i can see|i've (read|reviewed|seen|looked)|i have (read|reviewed|seen|looked)|as discussed|your previous|your earlier|transfer* from)",
  "(thanks|thank you|appreciate) <3> (sharing|telling|letting|providing|bringing|giving|describing|explaining|reporting)",
];

/** What a customer can have trouble with, as a noun of their own case. */
const TROUBLE =
  "(delay|delays|mix up|charge|charges|charged|order|orders|parcel|package|delivery|flight|booking|reservation|refund|return|payment|invoice|bill|billing|subscription|card|login|log in|sign in|password|connection|internet|wifi|signal|device|game|bag|baggage|luggage|item|items|seat|ticket|download|installation|playback|screen|battery|sync|upload|printer|laptop|console|video|videos|music|playlist|channel|license|activation|verification|transfer|transaction|fee|fees|statement|balance|contract|claim|voucher|coupon|code|discount|points|outage|lag|crash|crashes|crashing|buffering|pop up|popup|prompt|screenshot|screenshots|inactivity|error|incident|experience <2> (with|on|at)|hacked|locked out|missing|lost|stolen|broken|damaged|late|cancelled|canceled|webhook|webhooks|api|driver|update|email|e mail|text|alert)";

/** A case that may be the customer's and may not. */
const IF_YOU = "(if|whenever|unless|in case|for anyone|customers) (you|u|your|you're|you've|the|this|that|whose|who) <4>";

export const INTRODUCTION: Phrase[] = [
  {
    rule: "cold.offers",
    label: "cold_open",
    confidence: 0.9,
    any: [
      `(how|what|anything|something) (can|may|could|might|would|should|do|else)? (i|we|you)? <2> ${HELP} (you|u)? <1> (today|with|out|this (morning|afternoon|evening)|right now|now|further)?`,
      `how (can|may|could|might|should|shall) (i|we|our team|one of us) <3> (${HELP}|direct|make|be of|turn|improve|fix)`,
      `(what|anything|how|something) (can|could|may|should) (i|we) (do|help|get|assist|find|look)`,
      "(what|how) (brings|brought) you",
      `^ <2> anything (i|we) can (do|${HELP})`,
      `(is|was|are) there (anything|something|any way|a way|any <2>) <2> (i|we|that)? <3> ${HELP}`,
      `(do you have|did you have|have you got|got) (any issue|any issues|any problem|a question|any questions|any query|something|anything) <2> (for (us|me)|(i|we) <2> ${HELP}|today)?`,
      `do you (need|require|want) (any|some|our|my|a)? (help|assistance|support|hand) <3> (today|from us|with (anything|something)|here)?`,
      "(need|want|looking for) (a hand|any help|some help|help|assistance) (with (anything|something)|today)? $",
      `(happy|glad|here|ready|pleased|available|delighted|love|like) to ${HELP} <3> (what|how|please|let|anything|with (anything|whatever))`,
      `(here|ready) to ${HELP} (you|u)? (today|out|with anything|with any (issue|question|questions|problem)) $`,
      "(what|which) (is|was|'s) (it|this) (about|regarding|concerning)",
      "(what's|whats|what is) (it|this|that) (about|regarding|concerning)",
      `what (seems|appears) to be (the|your) <1> ${MATTER}`,
      `(what|what's|whats|what is|what are) (is|seems to be|are)? (the|your) (nature of (the|your))? <1> (${MATTER}|reason for|request|need|needs)`,
      "(what's|whats|what is|what) (going on|happening|happened|happen|up|wrong|the matter|on your mind|bothering you|troubling you|cooking|new)",
      `(may|can|could) i (know|have|ask|get) (what|your|the|about)? <2> ${MATTER}`,
      "what (do|would|did|can|are) (you|i) (need|like|want|looking for|after) <2> (help|assistance|us|me|done|to (know|do)|today|with|from us|from me)?",
      "(what|how) (are|were) you (having|experiencing|facing|looking|trying|calling|contacting|writing|needing|after|hoping|wanting) <4>",
      "(what|which) (kind of|type of|sort of)? (issue|issues|problem|problems|trouble|error|question|help|assistance|service) (are|is|do|can|would|did|were|have) (you|i|we)",
      "(ask|post|fire away|go ahead) <2> (your)? (question|questions|away|with your)",
      "(just|please|pls|don't ask to ask) (ask|ask your question|state your question)",
      "(all ears|fire away|ask away|i'm listening|we're listening)",
      "(welcome|hello|hi) <6> (how|what) can (i|we) <4>",
    ],
    unless: COLD_UNLESS,
  },
  {
    rule: "cold.asks",
    label: "cold_open",
    confidence: 0.85,
    any: [
      `(tell|give|let|fill|walk|share|send|provide|dm|pm|message|advise|inform|drop|describe|explain|elaborate|clarify|state|outline|expand|specify|brief|telling|sharing|explaining|letting|filling|describing|giving) (us|me|in|on|with|here)? (know|in|through)? <4> (what's|whats|what is|what has|what|how|why|the reason) (exactly|specifically|kind of <1>|type of <1>|help|seems to be)? (going on|happening|happened|happen|occurred|transpired|wrong|up|(has|have)? (gone|went) wrong|what's gone wrong|it is|(the|your) ${MATTER}|you (need|want|are|were|have|would|require)|you're (having|experiencing|seeing|facing|after|referring|looking|trying|dealing|running)|you've (experienced|encountered)|(we|i) can (help|do|assist))`,
      `(tell|give|let|fill|walk|share|send|provide|dm|pm|message|advise|inform|describe|explain|elaborate|clarify|state|outline|expand|specify|know|brief|telling|sharing|explaining|describing|giving) (us|me|with us|here)? (know)? <6> (of|about|on|regarding|the|your|this|any|what|nature of|with) <1> ${MATTER}`,
      "(describe|explain|elaborate|clarify|outline) <6> (what|how) <2> (you're|you are|happen*|you|going)",
      "(tell|fill) (us|me) <1> (a bit|a little|some|more|a little bit|in) (more|on)? (about (it|this|that|your (experience|visit|situation)))? $",
      "(can|could|would|please|mind|care) (you|to)? (please|kindly)? (elaborate|expand|explain (more|further)|elaborating|explaining|be more specific) <4>",
      "(let|tell) (me|us) (know)? (how|what) (i|we) (can|may|could) <4>",
      "^ <4> any (problem|issue|question|thing|way) <1> (i|we) (can|could|may)",
      "know (the|your) reason (for|behind|of)",
      `(hear|learn|know|chat|talk) (more)? (about) (your|the|this) <1> ${MATTER}`,
    ],
    unless: COLD_UNLESS,
  },
  {
    rule: "warm.prior",
    label: "warm_prior",
    confidence: 0.9,
    any: [
      "(i|we|i've|we've|i'll|we'll) <2> (read|reviewed|reviewing|reading|gone through|went through|going through|looked (at|over|through|into)|looking (at|over|through)|seen|checked|checking|caught up|caught up on|received) <3> (conversation|chat|history|transcript|messages|message|notes|note|case|ticket|thread|details|dm|dms|email|emails|everything|above|info|information|what you|log|correspondence|account)",
      "(can see|see|notice|noticed|saw|understand|gather|know|noted) <2> (that)? <2> (from|in|on) (your|the) <2> (account|notes|conversation|chat|history|record|records|messages|file|profile|dm|dms|system|thread|ticket|log|order)",
      "(based on|according to|as per|per|looking at|judging by) (your|the|our) <2> (conversation|chat|notes|history|messages|account|records|transcript|earlier|previous|details|log|thread|profile)",
      "(you|you've|u) <2> (mentioned|said|told (our|the|us|me|my)|wrote|explained|described|stated|indicated|sent|shared|provided|reported|already|were (talking|chatting|speaking)|spoke|chatted|tried) <4> (earlier|before|previously|to (the|our) (bot|assistant|ai|virtual|colleague)|with (the|our) (bot|assistant|ai|virtual|colleague)|already|above|to me|in your|via dm|in dm|to us)",
      "(thanks|thank you|thx) <1> (for)? <1> (your|the|that|sending|dming|confirming) <1> (dm|dms|pm|direct message|email|e mail|dming|us a dm|over|confirming (that|this|your))",
      "(we've|we have|we|i've|i have|i) (just|already|now|did|both)? (replied|responded|answered|respond|reply) <2> (there|to (you|your|u)|your|via|by|in|you|on)",
      "(we've|we have|we|i've|i have|i) (just|already|now|did)? (received|got|get|seen|read|receive|see) (your|ur|the) <1> (dm|dms|pm|message|messages|email|e mail|mail|complaint|ticket|form|request|reply|letter|voicemail|claim|report|info|information|details|case)",
      "(as|like|per) (per)? (your|our) (last|previous|earlier|recent|prior|first|initial|original)",
      "(your|our|the) (last|previous|earlier|recent|prior|initial|original) (dm|message|messages|email|e mail|mail|chat|conversation|call|tweet|ticket|request|reply|correspondence|contact|complaint|case|discussion|exchange)",
      "(i see|i can see|we see|we can see|i notice|i noticed|it shows|shows|showing|it appears|looks like) <2> (on|in|from) (here|your|the|our) <1> (account|notes|file|record|records|system|end|booking|order|profile|history)",
      "(our|the|your) (system|records|record|tracking|notes|account|file|log|logs|screen) (show|shows|showing|indicate|indicates|say|says|state|states|suggest)",
      "(i've|i have|i|we've|we have) (just)? (checked|looked|reviewed|pulled up|located|found|verified|looked up|looked into|opened|examined) <1> (and|your|the|this|with|it|on)",
      "(your|this|the) (case|ticket|chat|issue|conversation) (was|has been|is|got|been) (passed|transferred|escalated|handed|assigned|forwarded|raised|reopened|routed|sent) <1> (to|on|over|up|with|by) (me|us|our|my)",
      "(i've|i have|i|i was|i've been) <1> (passed|handed|given|forwarded|inherited|assigned|picked up|taken over) (your|this|the) <1> (case|chat|ticket|conversation|issue|request|email|message)",
      "(i've|i have|we've|we have|i|we) (had|taken|took|having|taking) a <1> (look|read|check|peek|glance) (at|through|into|over)",
      "(you|you've|you have) (told|mentioned|wrote|asked|reported|explained|described|said) (to)? (us|me|my|our|the|in|that|about)",
      "(trace|log|logs|link|error|output|snippet|code|image|file|document|documents|message|details|example|line|config|screenshot|number|issue|request) (that)? (you|you've) <1> (pasted|sent|linked|posted|shared|attached|uploaded|described|mentioned|gave|quoted|wrote|reported|submitted|raised)",
      "(we|i|we've|i've) (have|got|do have|have got|did get|did receive)? your <1> (complaint|ticket|case|report|claim|request|message|email|dm|form) <1> (logged|open|on file|here|in|noted|from|and|under)",
      "(on|in) your (call|chat|conversation) (with|from|to|yesterday|earlier|last)",
      "(you've|you have) (already|just|previously|also) (tried|spoken|spoke|talked|chatted|contacted|called|sent|given|provided|told|done|reset|restarted|explained)",
      "(bot|assistant|virtual agent|colleague|my colleague|our ai|robot|system|previous agent) <3> (passed|told|handed|forwarded|transferred|gave|shared|informed|let me|mentioned|tried|already|suggested|has|left|sent)",
      "(you|i|we) (were|was|have been|'ve been|been|got|just)? (transferred|passed|handed|connected|forwarded|escalated) <2> (to me|to us|to you|from|over|through|by)",
      "(i'm|i am|i will be|i'll be|i'm now) (taking over|picking up|stepping in|following up|continuing|here to follow|joining)",
      "(following up|follow up|touching base|reaching back|circling back|as promised|as discussed|as mentioned) <2> (on|with|to|about|regarding|in|you)?",
      "(your|the) (dm|dms|direct message|private message|pm|email|emails|previous message|earlier message|last message|previous (chat|conversation|ticket|case)|case|ticket)  <2> (is|was|has been|have|in|received|and|#)".replace(
        "  ",
        " ",
      ),
      "(we|i|we've|i've) (just)? (replied|responded|answered|sent|received|got|seen|found|located|pulled up|opened|escalated|forwarded|shared|passed) <3> (dm|dms|direct message|email|message|details|ticket|case|your (order|account|booking|reservation|file|profile|info|information|feedback|report))",
      "(solutions|steps|things|fixes|troubleshooting) <2> (already|you (have|tried|attempted)|that were|tried)",
      "(sorry|apologies|thanks|thank you) (for|about) <3> (back and forth|being passed|having to (repeat|wait|chat)|the transfer)",
      "(no need|don't need|won't need|needn't|won't have) <1> to (repeat|explain|go through)",
      "(continue|pick up|carry on|continuing|take (it|this)) (from)? (where|here|from here|from there)",
      "(i|we) (have|can see|see|got|'ve got)? (your|the) <2> (account|order|booking|profile|reservation|details|file|history|case) <2> (open|in front|here|up|on (my|the) screen|pulled)",
    ],
    unless: [
      "(can|could|may|would|will) (you|i|we) <2> (dm|send|provide|share|give|tell|have|confirm|message|check|reply|follow|get)",
      "(please|kindly) <2> (dm|send|provide|share|give|tell|confirm|message|reply|follow)",
      "(send|dm|pm|message|email) (us|me)",
      "in (a|your|our) (dm|pm|reply)",
      "follow (us|the|this|these)",
      "(if|once|when|after) (you|u|we)",
    ],
  },
  {
    rule: "warm.issue",
    label: "warm_issue",
    confidence: 0.8,
    any: [
      "(i see|ah|got it|ok|okay|right) (so|then) (your|you're|you have|you want|you need|a|the) <8>",
      `(thanks|thank you|thx|appreciate) <2> (for|the) <3> (screenshot|screenshots|screen shot|screen shots|screengrab|photo|photos|pic|pics|picture|pictures|video|clip|attachment|attachments|receipt)`,
      `(we're|we are|i'm|i am|our (team|engineers) (is|are)|engineers are|currently) <2> (aware|looking|investigating|working|checking) <2> (of|into|on|at) <1> (this|an|your|the|those|these|that) <2> ${TROUBLE}`,
      "(get|getting|have) (that|those|these) <1> (removed|replaced|refunded|delivered|corrected|reversed|returned|cancelled|canceled|exchanged)",
      "(upset|sorry|sad|concerned|shocked|troubled|disheartened) to (hear|learn|see|read) <1> (about|of) (this|the|your) <1> (incident|loss|delay|damage|accident|cancellation)",
      "(for|about) (webhooks|api|invoices|payments|subscriptions|payouts) $",
    ],
    unless: [IF_YOU, "(please|kindly) (check|make sure|ensure|visit|contact|call|go|see|forward)"],
  },
  // What stands after one of these is looked at word by word, for a customer's case can be anything.
  {
    rule: "issue.sorry",
    label: "opens_issue",
    confidence: 0.75,
    any: [
      "(sorry|apologies|apologise|apologize|apologizing|apologising|apology|regret|regrets|sad|saddened|upset|disheartened|dismayed|concerned|concerning|horrified|unfortunate|hate|hated) (again|sincerely|also|very much)? (for|about|to hear|to see|to learn|to read|to know|to find|hearing|hear|that|you|you're|you've|you'd|you are|you were|you have|your|the|it|our)",
      "(bummer|shame|yikes|ouch|pity|annoying|frustrating|no fun|not cool|uh oh|oh no|oh dear) <1> (about|that|for|when|your|you) (the|your|you)?",
      "(not|isn't|never|wasn't|shouldn't|don't) <2> (how|the way|the (kind|sort|type|level|standard) of|supposed to|meant to|ideal|want)",
      "(see|hear|learn|read|know) (you've|you have|you're|you are|you were|you had|you can't|your) <1> (been|having|not|had|unable|having trouble|without|waiting|missing)",
      "(you|you're|you|your <1>) (should never have|should not have|shouldn't have) (been|had|to)?",
    ],
    unless: [IF_YOU, "sorry <2> (can't|cannot|could not|couldn't|don't|not able|unable)"],
  },
  {
    rule: "issue.understood",
    label: "opens_issue",
    confidence: 0.75,
    any: [
      "(i|we) (can|do|fully|totally|completely|definitely|just|also|certainly|could)? (understand|see|hear|gather|notice|noticed|realise|realize|saw|noted|know|appreciate) (the|a|an) <5> (wasn't|was|isn't|hasn't|haven't|didn't|aren't|weren't|not|never|still|got|were) <1>",
      "(i|we) (can|do|fully|totally|completely|definitely|just|also|certainly|could)? (understand|see|hear|gather|notice|noticed|realise|realize|saw|noted|know|appreciate) (that|how|why|you|you're|you've|you'd|your|this|from|where|about)",
      "(sounds|looks|seems|appears) (like|as if|as though|that|to be)",
      "(ok|okay|alright|right|ah|oh|hi|hello|hey) so (you|you're|you've|you'd|your|the|it|it's|this|that's|when)",
      "^ so (you|you're|you've|you'd|your|the|it's|when)",
      "(if (i|we)) <1> (understand|understood|got|get) <2> (you|correctly|right|your)",
      "(do you mean|you mean|you're saying|are you saying|are you talking about|are you referring to|is this (about|for|regarding|in regards to|in relation to)|are you asking (about|if|how|whether|for)|you want to know|you're (asking|wondering))",
      "(just)? to (confirm|clarify|double check|be (clear|sure)|make sure) (you|you're|you've|you'd|your|that|the|this|is|did|are|it)",
      "(glad|great) you (asked|wrote|contacted us) (about|regarding)",
      "(congrats|congratulations) on (your|the)",
    ],
    unless: [
      IF_YOU,
      "(you'll|you will|you'd|you would|you may|you might|you should) <1> (need|have|want)",
      "(can|could|may) (i|we)",
      "(unfortunately|we (don't|do not)|isn't (supported|available|possible))",
    ],
  },
  {
    rule: "issue.before",
    label: "opens_issue",
    confidence: 0.7,
    any: [
      "(should never|should not|shouldn't|shouldnt) (have|be|happen)",
      "(is|are|isn't|aren't|was|wasn't|were|weren't|definitely|certainly|that's|it's) (not|never)? <1> (okay|ok|good enough|acceptable|unacceptable|ideal|no fun|the worst|a pain)",
    ],
    unless: [IF_YOU, "(sure|make|ensure|please|can|could|which|what|when|how|unfortunately)", "(is|are) <1> (right|on|ok|okay) (now|the|your|for|to|here)"],
  },
  {
    rule: "issue.about",
    label: "opens_issue",
    confidence: 0.75,
    any: [
      "^ <3> (regarding|concerning|about|re|with regards to|in regards to|with respect to|with regard to|in response to) (your|the)",
      "(asking|asked|inquiring|enquiring|inquiry|enquiry|question|contacting (us|me)|contacted (us|me)|reached out|reaching out|writing|wrote|message|messaging us|emailed|complaint|query|concern|concerns|request|reported|report|reporting) <1> (about|regarding|concerning|on) (your|the|this|a|an|our|that)",
    ],
    unless: [IF_YOU, "(please|kindly|contact us|call us|dm us|email us|visit) <9>", "(more|information|info|details|read|learn) <3> about"],
  },
  {
    rule: "issue.helped",
    label: "opens_issue",
    confidence: 0.7,
    any: [
      "(explain|explaining|explained|help|assist|helping|assisting|sort|sorted|sorting|resolve|investigate|investigating|look into|looking into|looked into|troubleshoot|get to the bottom of|figure out|take care of|track down) (you|this)? (out)? (with)? (your|this|that|those|these|the)",
      "(check|checked|checking) (on|up on|into) (your|this|that|those|these|the)",
      "(help|assist|helping|assisting) (you)? (to|in)? (with)? (getting|fixing|finding|cancel*|chang*|return*|recover*|rebook*|track*|claim*|unlock*)",
    ],
    unless: [IF_YOU, "(how to|here's how|you can|can be found|article|guide|steps|anything|team|please)"],
  },
  {
    rule: "issue.asked",
    label: "opens_issue",
    confidence: 0.7,
    any: [
      "^ <3> (is|are|was|were|has|have|did|does) (your|this|that|those|these)",
      "^ <3> (is|are|was|were|does|did|do|has|have) the <2> (error|alarm|light|lights|pop up|noise|leak|charge|charges|fault|package|parcel|refund|message|crash|buffering|outage|damage|smell)",
      "how long (is|are|was|were|has|have|did) (your|the|it|this|that|you)",
      "(did|do|were) you <1> (see|get|receive|buy|purchase|order|notice|complete|completing|completed) (this|that|the|these|those|your)",
      "are you (completing|trying to|referring|still|unable|looking to|attempting to|using) (the|your|to)?",
    ],
    unless: [IF_YOU, "(have you|did you|you've) <2> (tried|checked|contacted|already)", "(up to date|updated|turned on|plugged in|correct)"],
  },
  {
    rule: "part.uses_context",
    label: "uses_context",
    confidence: 0.85,
    any: [
      "(i|we|i've|we've) <2> (read|reviewed|gone through|went through|seen|looked (at|over|through)|checked|caught up) <4> (conversation|chat|history|transcript|messages|notes|case|ticket|thread|details|account|order|everything|what you|log)",
      "(you|you've) <2> (already|tried|told|mentioned|wrote|explained|described|said) <4>",
      "(can see|i see|we see|see that|noticed) <1> (that)? (you|your|you've|you're)",
      "(bot|assistant|virtual assistant|ai|colleague) <4> (told|passed|handed|tried|suggested|already|mentioned|conversation|chat)",
      "(regarding|about|with) your <2> (order|parcel|refund|delivery|booking|invoice|account|subscription|issue|problem|return|payment|card|question about)",
    ],
  },
  {
    rule: "part.shows_competence",
    label: "shows_competence",
    confidence: 0.8,
    any: [
      "(i|we|i've|we've|i have|we have) <1> (just|already|now|also)? <1> (checked|reviewed|looked|found|contacted|called|refunded|reset|fixed|updated|asked|opened|escalated|confirmed|corrected|cancelled|processed|sent|tested|reproduced|investigated|arranged|ordered|moved|traced|located|verified|spoken|spoke|read|gone through)",
      "(few|couple of|some) (ideas|things|options) (about|that|of|i|to|on|we)",
      "(i|we) (know|think i know|think we know|can tell|believe) (what|why|how) <3>",
      "(this|that|it) is (a known|caused by|because|due to|usually)",
    ],
  },
  {
    rule: "part.moves_on",
    label: "moves_on",
    confidence: 0.75,
    any: [
      "(let me|i'll|i will|i'm going to|i am going to|we'll|we will|allow me to|i can|let's|i'm|i am) <1> (now|just|go ahead and|right away|also|quickly)? (check|look|see|fix|refund|reset|call|contact|ask|send|open|escalate|arrange|process|cancel|change|update|sort|resolve|help|take care|get|find|investigate|pull|verify|credit|replace|book|correct|speak|trace|checking|looking|processing|sending|fixing)",
      "(please|could you|can you|would you) <1> (try|press|open|go to|click|send|confirm|check|tell me (which|whether|if|when))",
      "(does|did|is|are|was|were|which|when|where|have you|has) <6> $",
      "(we|i) (have|'ve)? <1> (credited|refunded|replaced|rebooked|reshipped|sent|fixed|reset|unlocked|cancelled|corrected|issued)",
    ],
  },
];
