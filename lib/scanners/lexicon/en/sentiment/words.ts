import type { Phrase } from "../../../phrase.ts";

/** A family of ways to show one feeling: its weight is what a hit says by itself. */
export const familyOf =
  (label: string) =>
  (name: string, confidence: number, any: string[], unless: string[] = []): Phrase => ({
    ...{ rule: `${label}.${name}`, label, confidence, any },
    ...(unless.length > 0 ? { unless } : {}),
  });

// Below: what the phrases of several feelings are composed of, in the pattern language.

/** Swearing as people type it; by itself it says nothing. */
export const SWEAR =
  "(fucking|fuckin|fuckn|fkn|fking|fckn|fcking|f ing|f'ing|f cking|f n|effing|effin|freaking|freakin|frickin|fricking|friggin|frigging|bloody|damn|damned|goddamn|goddam|flipping|sodding|fecking|feckin|chuffing|mother fucking|motherfucking|shitty|crappy|god awful)";

export const VERY =
  "(so|soo|sooo|soooo|sooooo|such|very|really|rly|absolutely|totally|utterly|completely|beyond|truly|extremely|quite|pretty|incredibly|simply|super|getting|becoming|seriously|literally|honestly|genuinely|frankly|rather|bit|increasingly|majorly|kinda|sorta|too|just)";

/** Who or what serves the customer. */
export const SERVICE =
  "(service|services|servicing|customer service|customer services|customerservice|customer care|customer support|cust service|cs|support|helpdesk|help desk|helpline|call center|call centre|tech support|experience|company|companies|corporation|organisation|organization|business|airline|airlines|airport|app|website|site|webpage|store|shop|supermarket|branch|bank|network|internet|wifi|broadband|signal|coverage|connection|delivery|deliveries|courier|couriers|staff|employees|agent|agents|rep|reps|representative|representatives|team|manager|management|product|products|update|software|system|bot|chatbot|assistant|communication|communications|response|responses|attitude|quality|treatment|provider|carrier|isp|flight|flights|driver|drivers|hotel|restaurant|food|train|trains|bus|buses|railway|seller|policy|policies|process|planning|organisation|handling|management|platform|platforms|application|applications|executive|executives)";

/** Whoever is spoken to. */
export const YOU = "(you|u|ya|y'all|yall|you guys|u guys|you lot|you people|you all|they|these people|these guys)";

/** A long time, for somebody who waits. */
export const LONG =
  "(hour|hours|hrs|hr|day|days|week|weeks|wks|month|months|mths|year|years|yrs|forever|ages|eternity)";
export const COUNT =
  "(#|two|three|four|five|six|seven|eight|nine|ten|twelve|several|many|a few|couple of|over|nearly|almost|more than|an|half an|multiple|countless|so many)";

export const INSULT =
  "(idiot|idiots|moron|morons|imbecile|imbeciles|cretin|cretins|muppet|muppets|clown|clowns|bozo|bozos|buffoon|buffoons|jackass|jackasses|asshole|assholes|a hole|a holes|arsehole|arseholes|asshat|asshats|dickhead|dickheads|dick|dicks|prick|pricks|wanker|wankers|twat|twats|tosser|tossers|cunt|cunts|c nts|bastard|bastards|b stards|bitch|bitches|b tch|b tches|scumbag|scumbags|scum|shithead|shitheads|douche|douches|douchebag|douchebags|dumbass|dumbasses|dumb ass|jerk|jerks|loser|losers|fool|fools|incompetents|retard|retards|retarded|cowboys|jokers|pigs|bloodsuckers|parasites|vultures|gangsters|bullies|motherfucker|motherfuckers|fucker|fuckers|fuckwit|fuckwits|numpty|numpties|dumbo|halfwit|halfwits|simpletons|monkeys|amateurs|toads|toad|melts|sods|plonker|plonkers|pillock|pillocks|weasels|weasel|snakes|leeches|sharks|rats|cretinous|nitwit|nitwits|dimwit|dimwits|dunces|bellend|bellends|knobhead|knobheads|shit show|shitshow)";

export const CROOK =
  "(liar|liars|scamster|scamsters|looters|looter|cheater|dacoits|crook|crooks|thief|thieves|theives|thiefs|scammer|scammers|fraudster|fraudsters|fraud|frauds|con artist|con artists|conmen|con men|criminals|robbers|swindlers|cheats|cheaters|cheat|charlatans|rip off merchants)";

/** Strongly bad, of a service or of what one went through. */
export const AWFUL =
  "(terrible|terible|hideous|unusable|unuseable|horrible|horrid|horrific|horrendous|awful|awfull|appalling|apalling|atrocious|dreadful|abysmal|shocking|disgusting|disgraceful|disgracefull|pathetic|ridiculous|rediculous|ridiculus|ridic|unacceptable|unaccceptable|unexceptable|ludicrous|absurd|outrageous|laughable|diabolical|shambolic|deplorable|pitiful|inexcusable|unforgivable|despicable|shameful|unprofessional|unethical|incompetent|shoddy|lousy|crappy|shitty|shite|sloppy|useless|usless|worthless|hopeless|dire|woeful|farcical|scandalous|preposterous|nightmarish|subpar|sub par|substandard|unreliable|atrocity|lamentable|cr p|sh t|rubbish|crap|garbage|trash|pants|infuriating|maddening|exasperating|disheartening|insulting|unhelpful|inept|inefficient|amateurish)";
