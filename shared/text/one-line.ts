/** A text on one line, for prompts that are read line by line. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()
