import type { Options } from 'mdast-util-from-markdown'

/** The types of micromark's syntax extensions, as far as they are needed here. */
export type SyntaxExtension = Exclude<NonNullable<Options['extensions']>[number], readonly unknown[]>
export type Construct = Exclude<NonNullable<SyntaxExtension['text']>[number], undefined | readonly unknown[]>
export type Tokenizer = Construct['tokenize']
export type State = Parameters<Tokenizer>[1]
