import type { Phrase } from "../../../phrase.ts";

/** A case that may be the customer's and may not. */
export const IF_YOU =
  "(if|whenever|unless|in case|for anyone|customers) (you|u|your|you're|you've|the|this|that|whose|who) <4>";

/** Beginnings and ends beside which a case is named: what stands there is looked at word by word, for a customer's case can
 * be anything. */
export const ISSUE_OPENINGS: Phrase[] = [
  {
    rule: "issue.sorry",
    label: "opens_issue",
    confidence: 0.75,
    any: [
      "(sorry|apologies|apologise|apologize|apologizing|apologising|apology|regret|regrets|sad|saddened|upset|disheartened|dismayed|concerned|concerning|horrified|gutted|mortified|appalled|unfortunate|hate|hated) (again|sincerely|also|very much)? (for|about|to hear|to see|to learn|to read|to know|to find|hearing|hear|that|you|you're|you've|you'd|you are|you were|you have|your|the|it|our)",
      "(bummer|shame|yikes|ouch|pity|annoying|frustrating|no fun|not cool|uh oh|oh no|oh dear) <1> (about|that|for|when|your|you) (the|your|you)?",
      "^ <3> (ouch|yikes|oh no|oh dear|wow|gosh|ugh|eek|whoa|uh oh|oops|yuck)",
      "(that's|that is|how|that sounds|sounds|this is) <1> (strange|odd|weird|unusual|frustrating|annoying|terrible|awful|horrible|puzzling|peculiar|surprising|disgusting|unfortunate|upsetting|a (horrible|terrible|awful|weird|strange|odd|shame|pity))",
      "(great|good|nice|fun|fair|shame|pity) that (you|you've|you're|your|the)",
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
      "(i|we) <2> (understand|see|hear|gather|notice|noticed|saw|noted) (the|a|an|our|there|there's|two|both|it)",
      "(i|we) (can|do|fully|totally|completely|definitely|just|also|certainly|could)? (understand|see|hear|gather|notice|noticed|realise|realize|saw|noted|know|appreciate) (the|a|an) <5> (wasn't|was|isn't|hasn't|haven't|didn't|aren't|weren't|not|never|still|got|were) <1>",
      "(i|we) (can|do|fully|totally|completely|definitely|just|also|certainly|could)? (understand|see|hear|gather|notice|noticed|realise|realize|saw|noted|know|appreciate) (that|how|why|you|you're|you've|you'd|your|this|from|where|about)",
      "(i|we) get (that|how|why)",
      "^ <2> (saw|seen|heard|noticed|read|reading) (that|ur|your|you|you're|u)",
      "as i understand (it)?",
      "(it|this|that)? (seems|appears) (the|your|you|you've|you're|that)",
      "(sounds|looks|seems|appears) (like|as if|as though|that|to be)",
      "(glad|great) you (asked|wrote|contacted us) (about|regarding)",
      "(congrats|congratulations) on (your|the)",
    ],
    unless: [
      IF_YOU,
      "(you'll|you will|you'd|you would|you may|you might|you should) <1> (need|have|want)",
      "my (phone|iphone|laptop|computer|machine|browser)",
      "(can|could|may) (i|we)",
      "(unfortunately|we (don't|do not)|isn't (supported|available|possible))",
    ],
  },
  {
    rule: "issue.restated",
    label: "opens_issue",
    confidence: 0.75,
    any: [
      "(ok|okay|alright|right|ah|oh|hm|hmm|um|hi|hello|hey|i see|got it) (so|then) (you|you're|you've|you'd|your|the|it|it's|this|that's|when)",
      "^ so (you|you're|you've|you'd|your|the|it's|when)",
      "(if (i|we)) <1> (understand|understood|got|get) <2> (you|correctly|right|your)",
      "(do you mean|you mean|you're saying|are you saying|are you talking about|are you referring to|is this (about|for|regarding|in regards to|in relation to)|are you asking (about|if|how|whether|for)|you want to know|you're (asking|wondering))",
      "(just)? to (confirm|clarify|double check|be (clear|sure)|make sure) (you|you're|you've|you'd|your|that|the|this|is|did|are|it)",
    ],
    unless: [
      IF_YOU,
      "(you'll|you will|you'd|you would|you may|you might|you should) <1> (need|have|want)",
      "(can|could|may) (i|we)",
    ],
  },
  {
    rule: "issue.before",
    label: "opens_issue",
    confidence: 0.7,
    any: [
      "(should never|should not|shouldn't|shouldnt) (have|be|happen)",
      "(is|was|are|sounds like|that's) (a|an|such a|quite a|no) <2> (miss|fail|failure|letdown|shame|mess|disaster|nightmare|pain|bummer|blow|joke|surprise|oversight)",
      "(isn't|wasn't|is not|was not|aren't|not) (the|a|an) <1> (welcome|service|experience|start|standard|treatment|way|impression|kind|sort|level) (we|you|i|of)",
      "(is|are|was|were|sounds|must be) <1> (awful|terrible|horrible|the worst|frustrating|annoying|scary|rough|stressful|maddening|far too long|too long|so long|way too <1>|no good|the last thing)",
      "(isn't|aren't|is not|are not|not) <1> (right|good|fair|ok|okay|fun|great|cool|acceptable|what (you|we) (ordered|want|expect|paid|promised))",
      "(is|are|isn't|aren't|was|wasn't|were|weren't|definitely|certainly|that's|it's) (not|never)? <1> (okay|ok|good enough|acceptable|unacceptable|ideal|no fun|the worst|a pain)",
      "(is|isn't|not) <1> (no|the|a) <1> (way|fun) to",
      "(that)? you're (getting|seeing|having|experiencing|facing|describing|referring to|talking about)",
    ],
    unless: [
      IF_YOU,
      "(sure|make|ensure|please|can|could|which|what|when|how|unfortunately)",
      "(is|are) <1> (right|on|ok|okay) (now|the|your|for|to|here)",
    ],
  },
  {
    rule: "issue.heard.before",
    label: "opens_issue",
    confidence: 0.7,
    any: ["(i've read|i see|i hear|i'm told|i gather|apparently|by the looks of it|it says here|as i read it) $"],
    unless: [IF_YOU],
  },
  {
    rule: "issue.about",
    label: "opens_issue",
    confidence: 0.75,
    any: [
      "^ <3> (regarding|concerning|about|re|with regards to|in regards to|with respect to|with regard to|in response to) (your|the)",
      "(calling|calling back|ringing|emailing|back to you|asking|asked|inquiring|enquiring|inquiry|enquiry|question|contacting (us|me)|contacted (us|me)|reached out|reaching out|writing|wrote|message|messaging us|emailed|complaint|query|concern|concerns|request|reported|report|reporting) <1> (about|regarding|concerning|on) (your|the|this|a|an|our|that)",
    ],
    unless: [
      IF_YOU,
      "(please|kindly|contact us|call us|dm us|email us|visit) <9>",
      "(more|information|info|details|read|learn) <3> about",
      "(a|an) (existing|new|different|specific|particular) (booking|order|account|reservation|case|claim|purchase)",
    ],
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
      "^ <3> (is|are|was|were) the <2> (crashing|freezing|failing|showing|happening|coming|working|beeping|blinking|leaking|stuck|missing|broken|damaged|still|not|loading|dropping|buffering|flashing|making|appearing)",
      "^ <3> (is|are|was|were|has|have|did|does) (your|this|that|those|these)",
      "^ <3> (is|are|was|were|does|did|do|has|have) the <2> (error|alarm|light|lights|pop up|noise|leak|charge|charges|fault|package|parcel|refund|message|crash|buffering|outage|damage|smell)",
      "^ <4> (did|has|have) (the|that)",
      "how did (your|the|this|that)",
      "^ <3> (is it|are they) (the|your)",
      "how long (is|are|was|were|has|have|did) (your|the|it|this|that|you)",
      "(did|do|were) you <1> (see|get|receive|buy|purchase|order|notice|complete|completing|completed) (this|that|the|these|those|your)",
      "are you (completing|trying to|referring|still|unable|looking to|attempting to) (the|your|to)?",
    ],
    unless: [
      IF_YOU,
      "(have you|did you|you've) <2> (tried|checked|contacted|already)",
      "(may|can|could|would) (i|we|you)",
      "do you have",
      "(latest|up to date|updated|turned on|plugged in|correct)",
    ],
  },
  {
    // Nothing but the customer's case, put as a fact: a thing of theirs that does what it should not.
    rule: "issue.stated",
    label: "opens_issue",
    confidence: 0.65,
    any: [
      "(your|the) <3> (hasn't|hasnt|isn't|won't|wont|wasn't|never|didn't|didnt|doesn't|doesnt|keeps|kept|can't|cannot|couldn't|stopped|refuses|refused|failed|broke)",
      "your <2> (arrived|turned up|came|went|got|ended up|started|jumped|leaks|leaked|crashes|crashed|froze|freezes|cracked|whistles|rattles|disappeared|vanished)",
      "(your|the) <2> (got|been|has been|have been|was|were|is|are|'s) (sat|stuck|sitting|lost|held|damaged|returned to|left|missing|declined|rejected|blocked|locked|banned|suspended|frozen|stolen|broken|overcharged|cancelled|canceled|delayed|moved|postponed|refused|converted|called off|down|late)",
      "(the|your) <2> (is|are|was|were|keeps|light's) (showing|displaying|throwing|flashing|blinking|beeping|leaking|stuck|dead|frozen|missing|torn|cracked|broken|smashed|still (orange|red|off|dead))",
      "your <2> (was|were|got) (shipped|delivered|charged|posted|billed|debited|marked|routed|rebooked|printed) (to|on|as|with|for|twice|from|without)",
      "^ <4> since (this morning|yesterday|last (night|week|month|monday|friday)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the (update|weekend|move|storm))",
      "^ <3> no <2> (since|for (#|two|three|a|days|weeks|hours)|again|at all)",
    ],
    unless: [
      IF_YOU,
      "(available|supported|possible|allowed|eligible|included|mentioned|required) <9>",
      "(make sure|ensure|check|please|kindly|because|unfortunately|so that|until|once|when|in order|may|might|would|could|usually|normally)",
    ],
  },
  {
    rule: "issue.wanted",
    label: "opens_issue",
    confidence: 0.7,
    any: [
      "^ <4> (you'd like|you would like|you want|you wanted|you were hoping|you were (charged|told|sent|promised|billed|trying)|you've been (charged|billed|told|sent|waiting|trying|without|locked|logged|cut)|you're (locked|stuck|unable|missing|without|trying|after|getting|seeing|looking|cut|still|moving|hoping|asking|wondering|switching|leaving|waiting|flying|travelling|traveling|planning|locked))",
      "^ <4> (so|you say|i see|you mean|you said) (you|u) (can't|cant|cannot|couldn't|don't|didn't|never|haven't|need|got|lost|had)",
    ],
    unless: [
      IF_YOU,
      "(what|how|anything|something|which|where|when|whether|let (us|me) know|please|kindly|whenever|did|would you|do you) <5> (you|u|you'd|you're|you've)",
      "(would|if|whether|do) you",
    ],
  },
  {
    // The case as it was understood, with the question whether that is so.
    rule: "issue.tagged",
    label: "opens_issue",
    confidence: 0.7,
    any: [
      "(is (that|this|it) (right|correct|it|so)|am i right|am i correct|(have|did) i <1> (get|got|understand|understood|read) (that|it|this) <1> (right|correctly)?|right|correct|yes|yeah|yep|no|is it|isn't it) $",
    ],
    unless: [
      IF_YOU,
      "(you (are|'re)|you're) <1> (all right|right)",
      "(is|are|was) (it|this|that|everything|you) <1> (ok|okay|all|alright) (right|now)?",
    ],
  },
];
