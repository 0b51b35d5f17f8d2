import type { Page } from "playwright";

/** The mouse of a page, with an arrow that pictures show: a browser without a window draws none. */
export class Pointer {
  readonly #page: Page;
  #x: number;
  #y: number;

  private constructor(page: Page, x: number, y: number) {
    this.#page = page;
    this.#x = x;
    this.#y = y;
  }

  static async show(page: Page, x: number, y: number): Promise<Pointer> {
    await page.evaluate(() => {
      const svg = "http://www.w3.org/2000/svg";
      const arrow = document.createElementNS(svg, "svg");
      arrow.id = "pictured-pointer";
      arrow.setAttribute("width", "22");
      arrow.setAttribute("height", "26");
      arrow.style.cssText = "position:fixed;left:0;top:0;z-index:2147483647;pointer-events:none";
      const path = document.createElementNS(svg, "path");
      path.setAttribute("d", "M2 1v19.5l4.8-4.2 3.2 7.4 3.6-1.6-3.2-7.2h6.4z");
      path.style.cssText = "fill:#1a1a1a;stroke:#fff;stroke-width:1.6;stroke-linejoin:round";
      arrow.append(path);
      document.body.append(arrow);
    });
    const pointer = new Pointer(page, x, y);
    await pointer.moveTo(x, y);
    return pointer;
  }

  async moveTo(x: number, y: number): Promise<void> {
    this.#x = x;
    this.#y = y;
    await this.#page.mouse.move(x, y);
    await this.#page.evaluate(
      ([left, top]) => {
        document.getElementById("pictured-pointer")!.style.transform = `translate(${left - 2}px, ${top - 1}px)`;
      },
      [x, y] as const,
    );
  }

  /** Moves in so many steps, slower at both ends as a hand does, and calls `each` after every step. */
  async glideTo(x: number, y: number, steps: number, each: () => Promise<void>): Promise<void> {
    const [fromX, fromY] = [this.#x, this.#y];
    for (let step = 1; step <= steps; ++step) {
      const share = (1 - Math.cos((Math.PI * step) / steps)) / 2;
      await this.moveTo(Math.round(fromX + share * (x - fromX)), Math.round(fromY + share * (y - fromY)));
      await each();
    }
  }

  async down(): Promise<void> {
    await this.#page.mouse.down();
  }

  async up(): Promise<void> {
    await this.#page.mouse.up();
  }
}
