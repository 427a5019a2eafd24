import { createStore } from 'zustand/vanilla'

/** Whether the link dialogue is asked for. */
export const linkStore = createStore<{ readonly open: boolean }>(() => ({ open: false }))

/** Asks for the dialogue about the link under the caret, or a new one around the selection. */
export const openLinkDialog = (): void => linkStore.setState({ open: true })

/** Puts the dialogue away. */
export const closeLinkDialog = (): void => linkStore.setState({ open: false })
