/** One of a few, with a line that says what it means. Those of one `group` exclude each other. */
export const DescribedRadio = ({
  group,
  name,
  about,
  checked,
  onChoose,
}: {
  readonly group: string
  readonly name: string
  readonly about: string
  readonly checked: boolean
  readonly onChoose: () => void
}) => (
  <label className="-mx-2 flex items-start gap-2 rounded-desk px-2 py-1.5 hover:bg-hover has-checked:bg-chosen">
    <input
      type="radio"
      name={group}
      aria-label={name}
      checked={checked}
      onChange={onChoose}
      className="mt-1 accent-next"
    />
    <span className="flex flex-col">
      <span className="font-medium">{name}</span>
      <span className="text-quiet">{about}</span>
    </span>
  </label>
)
