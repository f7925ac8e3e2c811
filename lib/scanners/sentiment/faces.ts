/** Emojis and emoticons of a text. */
export type Faces = { angry: boolean; sad: boolean };

const ANGRY = /[😡😠🤬👿💢😤🖕😾]|>:\(/u;
const SAD = /[😭😢😞😔😟😩😫😣😖☹🙁😕💔😿😓😥🙄😒👎🤦]|[:;=]['’]?-?\(/u;

export const facesOf = (text: string): Faces => ({ angry: ANGRY.test(text), sad: SAD.test(text) });
