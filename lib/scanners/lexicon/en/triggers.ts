import type { Phrase } from "../../phrase.ts";

const CHARGE = "(charge|charges|payment|payments|transaction|transactions|debit|fee|fees|withdrawal|invoice|bill)";
const PLAN =
  "(subscription|account|plan|membership|contract|service|policy|trial|licence|license|renewal|auto renewal|direct debit)";
const IT = "(it|that|this|they|these|those|none of (it|them|that|this|these)|nothing|neither)";
const AGAIN =
  "(again|twice|before|last week|last month|yesterday|last time|already|weeks ago|days ago|a week ago|a month ago|months ago|previously)";

/** What a customer says that is a reason for a person, by the code of the trigger. */
const said = (label: string, confidence: number, any: string[], unless: string[] = []): Phrase => ({
  rule: `said.${label}`,
  ...{ label, confidence, any, unless },
});

const TOPIC: Phrase[] = [
  said(
    "billing_dispute",
    0.85,
    [
      "(charged|billed|debited|invoiced|deducted|paid|charging|billing) <4> (twice|two times|double|again|three times|more than once|too much|wrong|wrongly|incorrectly|in error|by mistake|without)",
      "(double|over|duplicate|wrongly|incorrectly|mistakenly) (charge*|charged|charging|bill*|payment|payments)",
      "(overcharge*|overbilled|overpaid|chargeback|charge back)",
      `(dispute|disputing|contest|contesting|query) <3> ${CHARGE}`,
      `(unauthorised|unauthorized|unknown|unrecognised|unrecognized|unexpected|incorrect|wrong|extra|hidden|fraudulent|mystery|strange|duplicate) <1> ${CHARGE}`,
      "(wrong|incorrect) (amount|price|total|sum)",
      `(didn't|did not|never|don't) (authorise|authorize|approve|recognise|recognize|agree to|make|order|buy|sign up for) <3> ${CHARGE}`,
      "(why|what) <4> (charge|bill|debit) (me|us)",
      `${CHARGE} <7> (i|we) (didn't|did not|never|don't) (authorise|authorize|approve|recognise|recognize|make|agree)`,
      "(charged|billed) (me|us) <6> (cancel*|didn't|never|not)",
      "(why|what) <4> (charged|billed|charging|billing|being charged|been charged)",
      "(price|bill|invoice) <5> (higher|more|doubled|wrong|incorrect|went up|gone up) <2> (than|expected|again)?",
      "(took|taken|taking|withdrew|withdrawn) <3> (money|payment|funds) <6> (account|card|bank|twice|without)",
    ],
    ["(battery|phone|device|laptop) <4> charg*", "charg* <3> (battery|phone|device|laptop)"],
  ),
  said("billing_dispute", 0.75, [
    "(want|need|demand|request|requesting|like|get|give|deserve|expect|waiting for|asked for|owed|owe|due|issue) <4> (refund|refunded|money back|reimbursement|reimbursed)",
    "(where|when|still|no) <5> (refund|money back|reimbursement)",
    "(refund|reimburse|reimbursing) (me|us|my|this|the|it|please|request|not)",
    "(my|our|a|full|partial) refund",
    "money back",
  ]),
  said("account_security", 0.9, [
    "(hacked|hacker|hackers|hijacked|compromised|breached|phished|phishing)",
    "(someone|somebody|anyone|stranger|person|they|who) <4> (logged|signed|got|getting|broke|accessed|accessing|hacked|using|used|is in|has access) <3> (account|into|password|card|in)",
    `(unauthorised|unauthorized|suspicious|unknown|strange|unusual|unrecognised|unrecognized|fraudulent) <1> (login|logins|log in|sign in|access|activity|device|devices|attempt|attempts|user)`,
    "(login|log in|sign in|password|code|codes|email) <6> (wasn't me|was not me|isn't me|not me|wasnt me|didn't request|did not request|never requested|didn't ask for)",
    "(stole|stolen|steal|stealing) <4> (account|card|identity|password|login|data|details|phone)",
    "(card|account|identity|password|login|phone) <3> (stolen|cloned|skimmed|hijacked|taken over)",
    "(identity theft|data breach|security breach|account takeover|scammed|fraudster|fraudsters)",
    "(report|reporting|victim of|suspect|suspected|possible|this is|is this|believe) <3> fraud",
    "fraud (department|team|alert|case|on my)",
    "scam (email|emails|call|message|text|site|link)",
    "(email|password|phone number|address) <4> (changed|was changed) <3> (without|not by me|by someone)",
  ]),
  said("legal_compliance", 0.88, [
    "(lawyer|lawyers|attorney|attorneys|solicitor|solicitors|legal team|legal counsel|barrister)",
    "legal (action|advice|proceedings|steps|department|matter|rights|question|basis|obligation)",
    "(sue|suing|lawsuit|small claims|take you to court|court order|subpoena|see you in court|litigation|ombudsman|regulator|trading standards|consumer protection|consumer rights)",
    "(gdpr|ccpa|hipaa|dpa|dsgvo|coppa|pci|soc 2|soc2|iso 27001|data protection|data processing|data privacy|privacy policy|privacy law|privacy regulation|dpo)",
    "(delete|erase|remove|export|copy of|access to) <3> (personal data|my data|data you hold|personal information)",
    "(right to be forgotten|subject access request|terms and conditions|terms of service|terms of use)",
    "(compliance|compliant|regulatory|regulation|regulations|illegal|unlawful|breach of contract|against the law)",
  ]),
  said(
    "complaint",
    0.85,
    [
      "(complain|complaint|complaints|complaining)",
      "(poor|bad|terrible|awful|horrible|low|shocking|appalling|disappointing|declining|worst|lousy|shoddy|inferior) <1> (quality|service|product|products|experience|workmanship|build|support|customer service)",
      "(quality|service|product|experience|support) <4> (terrible|awful|poor|bad|horrible|disappointing|appalling|shocking|unacceptable|disgraceful|a joke|gone down|rubbish|useless|worst|atrocious|not good enough)",
      "(disappointed|unhappy|dissatisfied|disgusted|appalled|unimpressed|not happy|not satisfied|fed up) <2> (with|by|in|at) <3> (service|product|quality|company|you|your|purchase|order|way|how|experience|treatment|staff)",
      "(false|misleading|deceptive) (advertising|advertisement|advert|ad|description|claims|information)",
      "(not as|nothing like|doesn't match|does not match|different from|not what) <2> (described|advertised|description|advertisement|pictured|picture|promised)",
      "(rude|unprofessional|disrespectful|dismissive|impolite) <3> (staff|agent|employee|driver|person|man|woman|representative|to me|team|support|rep)?",
      "(fell apart|falling apart|broke after|cheaply made|stopped working after|broken after|faulty|defective)",
      "(worst|terrible|awful|dreadful) (company|business|store|shop|airline|bank|app|provider)",
      "(leave|write|post|writing|leaving|posting) <3> (bad|negative|1 star|one star|honest|public) review",
    ],
    ["(it|it's|its|log|server|console|compiler|browser) <2> complain*"],
  ),
  said(
    "cancellation",
    0.88,
    [
      `(cancel|cancelling|canceling|cancellation|terminate|terminating|end|close|closing|discontinue|stop|quit|deactivate) <4> ${PLAN}`,
      `${PLAN} <3> (cancelled|canceled|terminated|closed|ended|cancellation)`,
      "(not|don't|won't|never) <3> (continue|staying|stay) <1> (with you|with this|subscription|contract|plan|service|membership)",
      "(not|don't|won't|never) <3> (renew|renewing)",
      "(switch|switching|switched|move|moving|go|going|leave|leaving) <3> (to|for) <2> (competitor|competition|competitors|another provider|another company|other provider|different provider|somebody else|someone else|elsewhere)",
      "(leave|leaving|left|quit|quitting) (you|your company|your service|the platform|this company|as a customer|you guys)",
      "(unsubscribe|cancellation|opt out)",
      "(take|taking) <2> business elsewhere",
      `(downgrade|downgrading) <3> (free|${PLAN})`,
      "(want|need|like|wish|how (do|can) (i|we)|going|please|pls|asked|trying) <3> (to)? (cancel|cancelling|unsubscribe)",
    ],
    [
      "cancel* <4> (order|item|appointment|booking|flight|transfer|reservation|delivery|ticket|meeting|payment|transaction|card)",
    ],
  ),
  said("cancellation", 0.55, [
    "(cancel|cancelling|canceling) <4> (order|booking|reservation|flight|appointment|ticket|delivery)",
  ]),
  said("custom_pricing", 0.85, [
    "(custom|special|individual|volume|bulk|enterprise|tailored|negotiated|wholesale|educational|education|nonprofit|non profit|student|academic) <1> (pricing|price|prices|rate|rates|quote|discount|discounts|deal|plan|offer|contract|licence|license|agreement)",
    "(discount|discounts|pricing|price|quote|rate) <4> (for|on|with|if) <4> (# (users|seats|licences|licenses|employees|people|units|copies|agents|locations)|bulk|volume|team of|company of|organisation|organization|nonprofit|school|university|charity|resellers)",
    "(quote|quotation|proposal|rfp|price list|purchase order|procurement|reseller|msa|nda)",
    "(talk|speak|speaking|contact|touch) <3> (sales|sales team|account executive)",
    "(enterprise|business) <1> (feature|features|plan|tier|edition|version|customer|licence|license|agreement|agreements)",
    "(saml|sso|single sign on|scim|on premise|on premises|on prem|self hosted|audit logs|dedicated instance|uptime guarantee|sla|slas|data residency|white label)",
  ]),
];

const COMPLEXITY: Phrase[] = [
  said("multi_step", 0.7, [
    "(two|three|four|several|multiple|few|couple|number|many|2|3|4) (of)? (different|separate|other|more)? (issues|problems|errors|things wrong|topics|requests)",
    "(two|three|four|couple|2|3|4) (of)? (different|separate|other)? (things|questions)",
    "(first|firstly) <9> (second|secondly|then|also)",
    "(also|plus|additionally|furthermore|in addition|besides|on top of (that|this)|and another) <4> (issue|problem|question|thing|error|wrong|broken|doesn't work|isn't working|not working|can't|stopped)",
    "(another|second|other|separate) (issue|problem|thing is|error)",
    "(after|once|when|if) <9> then <9> (and then|after that|then)",
    "(first|1) <9> then <9> (after that|finally|and then|and now)",
  ]),
  said(
    "account_data",
    0.7,
    [
      `(change|update|edit|correct|modify|fix|remove|delete|add|transfer|merge|unlock|unblock|reactivate|replace|amend|move) <2> (my|our|the|an|a|his|her|their|mine)? <2> (email|e mail|address|phone number|phone|mobile number|name|surname|billing address|billing details|shipping address|delivery address|payment method|payment details|card|credit card|bank details|account|accounts|profile|username|date of birth|birthday|details|vat number|owner|ownership|admin|user|personal details|company name|reservation|booking|appointment)`,
      "(see|look|check|find|tell me|pull up|access|confirm|what is|what's|whats|view|look up) <4> (my|our) <2> (account|balance|order status|subscription|invoice|invoices|payment history|order history|reservation|booking|contract|points|claim|usage|application|order|parcel|package)",
      "(where is|where's|wheres|status of|track|whereabouts of) <2> (my|our) <2> (order|parcel|package|delivery|shipment|refund|application|claim|card)",
      "(locked|blocked|logged|shut) out of <2> (account|profile)",
      "(account|card|profile) <3> (locked|blocked|suspended|frozen|disabled|deactivated|restricted)",
      "(under|in|on) <2> (old|wrong|previous|maiden) (email|name|address|number|account)",
    ],
    ["(page|site|app|screen) <4> (crash*|error|bug)"],
  ),
  said("bug", 0.8, [
    "(bug|bugs|buggy|glitch|glitches|glitchy|glitching)",
    "(crash|crashes|crashing|crashed|freezes|freezing|frozen|froze|hangs|hanging|unresponsive)",
    "(error|exception) (message|messages|code|says|saying|when|while|appears|on|in|page|occurred|screen|pops)",
    "(get|getting|got|see|seeing|throws|shows|showing|gives|giving|returns|receive|with|an|same|this) <3> (error|errors|exception|404|500|502|503|timeout)",
    "(server|internal|script|sync|login|network|unknown|unexpected) error",
    "(blank|white|black|empty) (screen|page)",
    "(doesn't|does not|isn't|is not|not|won't|will not|stopped|never|no longer|dont|doesnt) <1> (load|loading|work|working|open|opening|sync|syncing|save|saving|display|displaying|respond|responding|render|start|starting|upload|uploading|submit|submitting|send|sending|update|updating) <4>",
    "(something|app|site|website|page|button|export|import|report|integration|api|webhook|dashboard|feature|search|checkout|login|sync|upload|download) <3> (broken|broke|fails|failing|failed|down|wrong|stuck|missing|crashes|crashed)",
    "(keeps|kept|keep) (crashing|failing|logging|freezing|loading|spinning|disconnecting|restarting|dropping)",
    "(data|numbers|records|files|messages|orders|entries) <3> (disappeared|vanished|missing|lost|gone|wrong|duplicated|corrupted)",
  ]),
  said("unresolved_before", 0.85, [
    "(still|yet) <3> (not|hasn't|isn't|haven't|unresolved|waiting|no) <4> (fixed|resolved|solved|answered|answer|reply|response|heard|sorted|done|solution|update|call back|callback)",
    "(never|nobody|no one|noone|not|didn't|haven't|hasn't|yet to) <3> (got|received|heard|hear|replied|reply|answered|respond|responded|responds|called|got back|get back|came back|fixed|resolved|followed up|emailed) <2> (back|reply|response|answer|to me|anything|from you|from anyone|from support|from your)",
    `(contacted|contact|called|emailed|wrote|written|messaged|spoke|spoken|chatted|talked|reported|complained|phoned|rang|reached out) <6> ${AGAIN}`,
    "(ticket|case|reference|incident|request|complaint) (number|no|id|ref)? (is|was)? #",
    "(previous|earlier|last|prior|existing|open) <1> (ticket|case|conversation|chat|call|agent|contact|complaint|request|support request|rep|representative|colleague|correspondence)",
    "(you|agent|rep|colleague|support|someone|somebody|they|lady|guy|person|team) <2> (said|told me|told us|promised|assured|confirmed) <8> (would|will|be|fixed|resolved|refund|call|within|days|week|hours|today|tomorrow|credit*)",
    "(was|were|been) (told|promised|assured) <8> (would|will|be|fixed|resolved|refund|call|within|days|week|hours|today|tomorrow|by|that)",
    "(happening|happened|broken|same (issue|problem|thing|error)|issue|problem) <2> again",
    "(closed|close) <2> (my|our|the) (ticket|case|request|complaint) <4> (without|but|before|again|not)?",
    "(second|third|fourth|fifth|2nd|3rd|4th|5th|nth|umpteenth|hundredth) time <4> (contact*|call*|writ*|ask*|report*|messag*|email*|i|i'm|im|that|this|having)",
    "(follow up|following up|chasing|chase) <3> (on|my|this|up|ticket|request|email)",
    "(issue|problem|this) <4> (since|for) <2> (weeks|months|days|last|# (weeks|days|months))",
  ]),
];

const CUSTOMER: Phrase[] = [
  said("third_contact", 0.85, [
    "(third|fourth|fifth|sixth|seventh|tenth|3rd|4th|5th|6th|nth|umpteenth|hundredth) time <5> (contact*|call*|writ*|ask*|report*|messag*|email*|reach*|chat*|talk*|speak*|get in touch|i've had to|having to)",
    "(contacted|called|emailed|written|wrote|messaged|phoned|rang|reported|reached out|complained) <5> (three|four|five|six|3|4|5|6|several|many|multiple|countless|numerous|so many) <1> times",
    "(third|fourth|fifth|3rd|4th|5th) (email|message|chat|call|ticket|contact|attempt|request|complaint|agent|person)",
  ]),
  said("vip", 0.7, [
    "(we|i) (are|am) <2> (enterprise|vip|premium|platinum|gold|key) <1> (customer|customers|account|client|member|subscriber)",
    "(we're|i'm|im|as) <2> (enterprise|vip|platinum) <1> (customer|customers|account|client|member|subscriber)",
    "(enterprise|vip) (contract|customer|account manager)",
    "(our|my) (dedicated)? (account manager|customer success manager|csm)",
  ]),
  said("first_week", 0.6, [
    "(just|only|recently) (signed up|registered|joined|subscribed|created <2> account|bought <3> (plan|subscription)|started <4> trial|started using|got started|opened <3> account)",
    "(signed up|registered|joined|subscribed|opened <3> account|started) <4> (today|yesterday|this morning|this week|two days ago|three days ago|# days ago|few days ago|couple of days ago)",
    "(i'm|i am|im|we're|we are|as) (very|quite|completely|totally|brand|still|pretty|a)? (new|first time) (here|user|customer)",
    "new to (this|your|the) (app|platform|service|product|tool|site|system|software|company)",
    "first time (user|customer) here",
    "(first day|first week|getting started|onboarding|setting up for the first time)",
  ]),
];

const ANSWERS: Phrase[] = [
  {
    rule: "customer.not_helped",
    label: "not_helped",
    confidence: 0.85,
    any: [
      `${IT} (didn't|did not|doesn't|does not|don't|do not|won't|hasn't|isn't|is not|wasn't|not|never|didnt|doesnt) <2> (help|helped|helping|helpful|work|worked|working|solve|solved|fix|fixed|answer|what|it|relevant|useful|change|changed|right|correct)`,
      "(didn't|did not|doesn't|does not|not|don't|isn't|didnt|doesnt|wasn't) <1> (help|helping|helpful|working|work|answer|solve|what i|relevant|useful|fix)",
      "(no|nope|nah) (change|luck|difference|joy|good|help|success|effect|success|not)",
      "(still|same) (not|doesn't|does not|isn't|won't|the same|same|problem|issue|error|thing|broken|nothing|result|can't|cannot|happening|happens)",
      "(already|have|i've|ive) (tried|done|did|checked|read|looked|restarted) <2> (that|this|it|all|everything|both|there|them)",
      "(tried|did|done|checked|read) (that|this|it|all of|both|everything) <2> (already|before|twice|and|but|too|no|nothing)?",
      "(you|that|it) (already)? (said|gave|sent|told) <2> (that|this|already|same|again)",
      "(not|isn't|wasn't) (my|the) (question|problem|issue)",
      "^ (no|nope|nah) $",
      "(wrong|irrelevant|useless|unhelpful|not helpful) (answer|article|link|page|info|information)?",
      "(you|u) (don't|dont|do not|didn't|are not) <2> (understand|get it|getting it|listening|understanding|helping)",
    ],
  },
  {
    rule: "ai.offer",
    label: "offer",
    confidence: 0.85,
    any: [
      "(would you like|do you want|shall i|should i|can i|may i|want me|if you like|if you'd like|if you prefer|i can|would you prefer|happy to) <6> (connect|transfer|pass|hand|put|escalate|forward|bring|get|speak|talk|chat) <6> (person|human|agent|specialist|team|teammate|colleague|representative|advisor|someone|somebody|support|expert)",
      "(speak|talk|chat) (to|with) <3> (person|human|agent|specialist|teammate|colleague|representative|someone|team) instead",
    ],
    unless: ["(i am|i'm|i will|i'll) <2> (connecting|transferring|passing|connect|transfer|pass|hand) you"],
  },
  {
    rule: "ai.no_article",
    label: "no_article",
    confidence: 0.8,
    any: [
      "(couldn't|could not|can't|cannot|can not|wasn't able to|was not able to|unable to|didn't|did not|don't|do not) <3> (find|locate|have|found|seem to find|know) <5> (article|articles|information|info|answer|anything|result|results|document|documents|content|topic|documentation|help page)",
      "(no|not any) (article|articles|information|results|answer|matching article|relevant article|relevant information|relevant articles|documentation) <3> (found|available|on this|about|for|matches|matched|in)",
      "(not|isn't|is not) (covered|mentioned|included|in) <3> (knowledge base|help center|help centre|documentation|articles|my knowledge)",
      "(outside|beyond) <3> (knowledge|what i know|scope|what i can)",
    ],
  },
  {
    rule: "ai.ambiguous",
    label: "ambiguous",
    confidence: 0.8,
    any: [
      "(did|do) you mean",
      "(not sure|unsure|not certain|don't|do not|didn't|did not|not quite sure) <2> (i)? (understand|understood|follow|get|what you mean|which|catch|quite understand)",
      "(could|can|would|please|try) (you)? <1> (clarify|rephrase|rephrasing|reword|specify|elaborate|be more specific|explain <4> in other words|say that differently)",
      "(which|what) (one|of these|of the following|of those|do you|are you) <3> (mean|referring|refer|talking about|need|best describes|describe|asking)",
      "(are you asking|is this about|are you referring|is it about|is your question about) <9> or",
      "(more details|bit more|little more) <3> (understand|about|so i|so that|information)",
    ],
  },
  {
    rule: "customer.yes",
    label: "yes",
    confidence: 0.8,
    any: [
      "^ (yes|yeah|yep|yup|sure|ok|okay|please|please do|do that|yes please|go ahead|that would be|definitely|absolutely|of course|pls|y)",
    ],
    unless: ["(no|not|don't|nope) (thanks|thank|need|want|yet)"],
  },
];

export const TRIGGERS: Phrase[] = [...TOPIC, ...COMPLEXITY, ...CUSTOMER, ...ANSWERS];
