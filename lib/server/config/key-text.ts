/** Whether a text is made of what keys and tokens consist of, in every cloud; a header carries little else. */
export const isKeyText = (text: string): boolean => /^[\x21-\x7e]*$/.test(text);
