/** A territory as one reads it: "T07 Leeds", or only "T07" when the name says no more. */
export function territoryLabel(code: string, name: string | null | undefined): string {
  return name && name !== code ? `${code} ${name}` : code;
}
