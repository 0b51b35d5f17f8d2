/** The exchanges behind the cells of a matrix, one row for each exchange and cell; several exchanges may share a cell. */
export interface ExchangeCells {
  readonly exchange: Int32Array;
  readonly row: Int32Array;
  readonly column: Int32Array;
  /** ∂cell/∂amount of the exchange, with the shares of allocation fixed: the cell is Σ factor × amount. */
  readonly factor: Float64Array;
}

/** Growing columns of cells. */
export class CellColumns {
  private exchange: Int32Array;
  private row: Int32Array;
  private column: Int32Array;
  private factor: Float64Array;
  private count = 0;

  constructor(expected: number) {
    const size = Math.max(16, expected);
    this.exchange = new Int32Array(size);
    this.row = new Int32Array(size);
    this.column = new Int32Array(size);
    this.factor = new Float64Array(size);
  }

  add(exchange: number, row: number, column: number, factor: number): void {
    if (this.count === this.exchange.length) this.grow();
    this.exchange[this.count] = exchange;
    this.row[this.count] = row;
    this.column[this.count] = column;
    this.factor[this.count++] = factor;
  }

  cells(): ExchangeCells {
    const { count } = this;
    return {
      exchange: this.exchange.slice(0, count),
      row: this.row.slice(0, count),
      column: this.column.slice(0, count),
      factor: this.factor.slice(0, count),
    };
  }

  private grow(): void {
    const larger = <Column extends Int32Array | Float64Array>(column: Column): Column => {
      const grown = new (column.constructor as new (size: number) => Column)(2 * column.length);
      grown.set(column);
      return grown;
    };
    this.exchange = larger(this.exchange);
    this.row = larger(this.row);
    this.column = larger(this.column);
    this.factor = larger(this.factor);
  }
}
