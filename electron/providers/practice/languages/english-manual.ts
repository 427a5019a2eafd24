import { list } from '../list.ts'

/** Pieces for manuals: imperative, a machine of no particular kind. */
export const englishManual = {
  manual: [
    '{do} {part} {how}.',
    '{how}, {do} {part}.',
    'If {part} {fault}, {do} {part} {how}.',
    'If {part} {fault}, {do} {part}.',
    'Leave {part} as it is until {event}.',
    'Do not force {part}; {do} {part} instead.',
    '{part} {serves}.',
    '{part} {serves} and {serves}.',
    'Once {event}, {do} {part}.',
    '{do} {part}, then {do} {part} {how}.',
    'Where {part} {fault}, {part} {serves}.',
    'As soon as {event}, {part} {serves}.',
  ],
  do: list(`
    check / inspect / locate / mark / cover / clear / test / wipe / release / secure / label /
    look over / attend to
  `),
  part: list(`
    the main switch / the lower cover / the drain valve / the spare fuse / the display /
    the left-hand lever / the filter / the supply line / the rear panel / the cable tray /
    the guide rail / the lock / the pressure gauge / the reset key / the inner seal /
    the feed roller / the warning lamp / the base plate / the outlet
  `),
  how: list(`
    before the next step / with the power off / twice a year / at the start of each shift /
    in good light / from the front / without using force / as shown on the label /
    while the unit is cold / by hand / from left to right / after every tenth use /
    within one minute / once a month / with a dry cloth at hand
  `),
  fault: list(`
    does not move / shows a mark / feels warm / is loose / gives no reading / has been replaced /
    makes a sound / looks worn / sits too high / comes away easily
  `),
  event: list(`
    the light goes out / the second check is done / someone has signed the sheet / the tank is empty /
    the needle is at rest / both hands are free / the cover is closed / the room has been aired /
    the noise stops / the counter shows zero
  `),
  serves: list(`
    needs no adjustment / is set at the works / can be reached from the side /
    may be replaced by hand / should click once / is shown in the drawing / keeps its setting /
    turns in one direction only / takes no load / needs a little oil / is the same in all models
  `),
} as const
