/** Words of English by which a proposal is told from a mention, and two proposals in other words are known as one. Each
 * entry is a row of words parted by spaces or, where an entry may hold several words, by commas. */

const words = (row: string): string[] => row.trim().split(/\s+/);
const phrases = (row: string): string[] => row.trim().split(/\s*,\s*/);

/** What stands before a step and is decisive: told = it is proposed; tried = it is proposed as a question; asked = only
 * asked whether it was done; known = it is spoken of, or denied. */
export type Mood = "told" | "tried" | "asked" | "known";

const MOOD_WORDS: Record<Mood, string[]> = {
  told: phrases(`please, pls, plz, kindly, try, trying, attempt, attempting, you can, you could, you may, you might, you should,
    you must, you need to, youll need to, you will need to, you would need to, youd need to, you have to, youll have to,
    you will have to, need to, we need to, well need to, can you, could you, would you, will you, can u, could u, you please,
    lets, let us, suggest, suggesting, recommend, recommending, advise, advising, suggestion, suggested, recommended,
    how about, what about, why not, why dont you, sure to, sure you, make sure, be sure, ensure, feel free to, go ahead and,
    you to, u to, best to, is to, be to, worth, consider, by, if you could, if you can, able to, want to, steps to, how to,
    after that, once thats done, option to, advised to, helps to, help to, easiest, way to, wanna, gonna need to, first step, welcome to, remember to, dont forget to, would be,
    step, steps, instructions to, simply, you just, just, youd want to, sure you have, sure that you have, ensure you have, ensure that you have, check you have,
    check that you have, sure youve, that you have the, if you have the, sure your, ensure your, check that your, happens if you, works if you, work if you,
    better if you, helps if you, help if you`),
  tried: phrases(`have you tried, have u tried, haven't you tried, havent you tried, you tried yet, has anyone tried,
    ever tried, have you considered, tried to, if you, when you try, did you want to, does it help to, have you maybe tried,
    have you also tried, have you by chance tried, you given, have you attempted`),
  asked:
    phrases(`did you, did u, have you already, did you already, did you try, did you already try, have you already tried,
    were you able to, was it possible to, have you been able to, had a chance to, get a chance to, have you done,
    are you still, did you manage to, have you, had you tried, have you previously tried, already tried to, did you get to`),
  known:
    phrases(`already, after, since, without, instead of, rather than, besides, not, dont, do not, no need to, need not,
    neednt, dont need to, do not need to, dont have to, no longer need to, avoid, never, didnt, doesnt, wont, cant, cannot,
    youve, you have, you had, you did, you tried, youve tried, you already tried, tried, trying to, ive, weve, i, we, ill,
    well, we will, i will, i can, we can, we could, i could, im, i am, we are, was, were, thanks for, thank you for,
    appreciate you, thanks, sorry, glad, because, while, other than, apart from, aside from, before, they, he, she, who,
    once you, when you, after you, since you, as you, that you, you said, you mentioned, been, were you, our team is,
    our team will, technician will, to avoid, says, said, saw, see, seen, noticed, unable to, failed to, kept, keep, keeps,
    asked you to, told you to, told to, asked to, wanted to, was able to, will be able to, we need, i need to, well be,
    nothing to, don't, my, i have to, i need, we have to`),
};

/** The mood that up to four words end in, apostrophes left out. */
export const MOODS: ReadonlyMap<string, Mood> = new Map(
  (Object.keys(MOOD_WORDS) as Mood[]).flatMap((mood) =>
    MOOD_WORDS[mood].map((phrase): [string, Mood] => [phrase.replaceAll("'", "").replace(/\s+/g, " "), mood]),
  ),
);

/** What may stand between the beginning of a clause and its imperative. */
export const FILLERS: ReadonlySet<string> = new Set(
  words(`also then first firstly second secondly third next now again so but ok okay hi hello hey sure yes yep
    finally lastly instead alternatively otherwise either both maybe perhaps quickly once more a an the do doing perform
    performing run running complete carry carrying out give quick to too fully completely properly only even still always`),
);

/** What hands the mood of one step on to the next. */
export const JOINERS: ReadonlySet<string> = new Set(words("and or then & plus"));

/** After a step that begins its clause as a noun ("restarting it should help"), what makes a proposal of it. */
export const HELPERS: ReadonlySet<string> = new Set(
  words(
    "should may might could will usually often typically normally helps fixes resolves solves sometimes would can works",
  ),
);

/** Things by which the same step is another one; each row is one thing, and what is in none can be any of them. */
export const OBJECTS: readonly ReadonlySet<string>[] = [
  words("router modem hub gateway broadband internet wifi decoder"),
  words("app apps application program game software"),
  words("browser chrome firefox safari edge explorer"),
  words("phone iphone handset smartphone android mobile ipad tablet watch"),
  words("computer laptop pc mac macbook desktop windows"),
  words("tv television console xbox playstation ps4 ps5 stick roku"),
  words("printer scanner"),
  words("cable cables cord"),
  words("port ports socket outlet"),
  words("charger adapter"),
  words("headset headphones earbuds speaker controller"),
].map((row) => new Set(row));

/** Verbs that instruct, each row one action. */
const ACTIONS =
  phrases(`contact reach speak talk liaise, call ring phone dial, email, chat, check review inspect verify look,
  use, go head navigate visit open, follow, click tap press select choose hit push, enter type input, download install,
  change switch edit modify adjust alter set, remove delete clear erase uninstall, add readd, enable activate allow, disable
  deactivate, submit file raise fill complete lodge, request ask order apply, return, reset, connect reconnect join,
  disconnect unplug unpair, hold, wait, scan, upload, replace swap, register enrol enroll, book rebook reschedule,
  search find, track monitor, pay, charge, plug, sync, refresh reload, report flag, claim, buy purchase, cancel, renew,
  restart reboot, update upgrade, move relocate, save, copy paste, attach, scroll, rename, transfer, redeem, subscribe,
  unsubscribe, block, unblock, mute, export, import, test, dispute, collect pick, log sign, reinstall, restore,
  configure, assign, invite, renew, lower raise, clean wipe, rotate, boil, charge, measure, exchange`);

/** Actions that are a step without saying to what. */
export const WHOLE_ACTIONS: ReadonlySet<string> = new Set(
  words("sync refresh restore rename reinstall restart update unsubscribe book scan dispute redeem configure"),
);

const gerundsOf = (verb: string): string[] => [
  `${verb}ing`,
  `${verb.replace(/e$/, "")}ing`,
  `${verb}${verb.at(-1) ?? ""}ing`,
];

/** The action a verb stands for, by its base or its form in -ing. */
export const ACTION_OF: ReadonlyMap<string, string> = new Map(
  ACTIONS.flatMap((row) => {
    const verbs = words(row);
    return verbs.flatMap((verb) =>
      [verb, ...gerundsOf(verb)].map((form): [string, string] => [form, verbs[0] ?? verb]),
    );
  }),
);

/** The same by its form in -ed, which proposes only after "have you". */
export const DONE_OF: ReadonlyMap<string, string> = new Map(
  ACTIONS.flatMap((row) => {
    const verbs = words(row);
    return verbs.flatMap((verb) =>
      [`${verb}ed`, `${verb}d`, `${verb}${verb.at(-1) ?? ""}ed`].map((form): [string, string] => [
        form,
        verbs[0] ?? verb,
      ]),
    );
  }),
);

/** First words of steps that are named by a thing, and so are no imperative. */
export const NOMINALS: ReadonlySet<string> = new Set(
  words(`different another other alternate alternative separate second new incognito private latest newest current most
    spam junk trash clutter promotions airplane aeroplane flight plane factory safe speed speedtest cache caches cookie
    cookies app software firmware ios os version device phone browser system drivers everything cables connections cable
    wires password off on`),
);

/** Words that carry no content of a proposal. */
export const EMPTY: ReadonlySet<string> = new Set(
  words(`a about above after again all also am an and any anything are as at be because been before being below best but by
    can cant could did do does doesnt doing done dont down each either else ever every few for from further get getting give
    go going got had has hasnt have having he hello help helps her here heres hey hi him his how i if ill im in into is
    isnt it its ive just kindly let lets like link links make many may maybe me might more most much must my need needs no
    not now of off ok okay on once one only or other our out over own page perhaps please pls plz possible s see should
    simply site so some still such sure t team than thank thanks that thats the their them then there these they thing
    things this those through time to too try trying under unless until up us using via very want was way we well were
    weve what when where whether which while who why will with within without wont work working works would yes yet you
    youd youll your youre yours youve article guide steps step instructions following below info details option options
    able first next back it'll ill id via here's new know find issue issues problem problems today url`).map((word) =>
    word.replaceAll("'", ""),
  ),
);

/** Nouns that mean the same to a proposal: each row one. */
const SAME =
  phrases(`seller merchant vendor, bank issuer, carrier courier shipper, app application, phone handset device mobile
  iphone smartphone, website webpage web, account profile, email mail inbox, setting preference option menu, card payment,
  refund reimbursement, order purchase, router modem, wifi wireless internet, fee charge, photo picture screenshot image,
  cancel cancellation, deliver delivery, store shop branch, agent representative adviser advisor rep, password passcode,
  hour hr, minute min, subscription membership plan, version update`);

export const SAME_AS: ReadonlyMap<string, string> = new Map(
  SAME.flatMap((row) => {
    const [first = "", ...others] = words(row);
    return others.map((other): [string, string] => [other, first]);
  }),
);
