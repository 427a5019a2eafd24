/** Chooses a Markdown or text file; the same one can be chosen again. */
export const ChooseTextFile = ({ onFile }: { readonly onFile: (file: File) => void }) => (
  <label className="inline-flex h-7 cursor-pointer items-center rounded-desk border border-edge/50 bg-float px-3 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-verdigris">
    Choose a file
    <input
      type="file"
      accept=".md,.markdown,.txt,text/markdown,text/plain"
      className="sr-only"
      aria-label="Choose a file"
      onChange={({ target }) => {
        const [file] = target.files ?? []
        if (file) onFile(file)
        target.value = ''
      }}
    />
  </label>
)
