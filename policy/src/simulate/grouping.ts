/** One way of grouping firms: a small number each, in the order the names came up. */
export class Grouping {
  readonly names: string[] = []
  readonly #places = new Map<string, number>()
  #of = new Int32Array(1_024)
  #rows = 0

  add(name: string): void {
    if (this.#rows === this.#of.length) {
      const larger = new Int32Array(this.#rows * 2)
      larger.set(this.#of)
      this.#of = larger
    }
    this.#of[this.#rows] = this.#placeOf(name)
    this.#rows += 1
  }

  /** By row: the place of its name. */
  get of(): Int32Array {
    return this.#of
  }

  #placeOf(name: string): number {
    const known = this.#places.get(name)
    if (known !== undefined) return known
    const place = this.names.push(name) - 1
    this.#places.set(name, place)
    return place
  }
}
