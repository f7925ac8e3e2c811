/** Words that say nothing of a topic in the languages customers write most. Words that ask, deny or point (why, not, where,
 * up) are left out: they tell apart what is about the same thing. Apostrophes are dropped, as in the words of a text. */
const WORDS = {
  en: `a about also am an and any are as at be because been being but by could did do does doing for from get got had has
    have having he her hers him his i if im in into is it its itself ive just know let like me more most my myself need now of
    only or other our ours own please same she should so some such tell than thank thanks that thats the their them then
    there theres these they this those through to too us very want was we were will with would you your yours hi hello hey
    ok okay yes dear`,
  de: `aber als am an auch auf aus bei bin bis bitte da danke das dass dem den der des die dies diese diesem diesen dieser
    doch du ein eine einem einen einer er es für guten habe haben hallo hat hätte ich ihnen ihr ihre im in ist ja kann
    könnte mal man mein meine meinem meinen meiner mich mir mit noch nun nur ob oder schon sehr sein sich sie sind so tag
    über um und uns unser vom von vor war was wenn werden wie wir wird würde zu zum zur`,
  fr: `ai ainsi alors au aux avec avez bonjour ça car ce cela ces cet cette de des du elle en est et été être il ils je la
    le les leur lui ma mais me merci mes moi mon ne nos notre nous on ou par pour plus qui que quel sa se ses son sont sur
    ta te tu un une vos votre vous svp suis ont avait être jai cest`,
  es: `a al algo ante como con de del desde el ella ellos en era es esa ese eso esta estar este esto estoy favor fue
    gracias ha han hasta hay he hola la las le les lo los me mi mis muy más nos o para pero por puede puedo que quiero se
    ser si sin sobre son su sus también te tengo tiene un una unos usted y ya yo`,
  it: `ad ai al alla anche buongiorno che ciao ci come con cui da dal dalla dei del della di è e gli grazie ha hanno ho il
    in io la le lei lo ma mi mia mio ne nel nella noi o per però più posso può quella quello questa questo se si sono
    sua suo su tra un una uno vi voi vorrei`,
};

/** Function words of five languages together: a message is rarely marked with its language, and few of them mean something
 * in another. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  Object.values(WORDS).flatMap((words) => words.trim().split(/\s+/)),
);
