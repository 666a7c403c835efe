import { expect, type Page } from "@playwright/test";
import { LANGUAGES, type Language } from "@/lib/events/language";
import { firstEvent } from "./support/events";
import { expectAccessibleHere, expectOpeningsAccessible, goTo, type Opening, speak } from "./support/looks";
import { anotherPerson } from "./support/people";
import { textsIn } from "./support/texts";
import { SCREENS } from "./support/violations";
import { test } from "./support/watched-test";

const dialog = (page: Page) => page.getByRole("dialog");
const menu = (page: Page) => page.getByRole("menu");
const choice = (page: Page) => page.getByRole("menuitem").first();

const byKey =
  (key: string, opened: (page: Page) => ReturnType<Page["locator"]>): Opening[1] =>
  async (page) => {
    await page.keyboard.press(key);
    return opened(page);
  };

const byButton =
  (name: string | RegExp, opened = dialog): Opening[1] =>
  async (page) => {
    await page.getByRole("button", { name, exact: true }).click();
    return opened(page);
  };

/** What is the same on every page. */
function everywhere(language: Language): readonly Opening[] {
  const { layout } = textsIn(language);
  return [
    ["the palette", byKey("ControlOrMeta+k", dialog)],
    ["the keyboard help", byKey("?", dialog)],
    ["the bulk changes", byButton(layout.tools.jobs)],
    ["the account menu", byButton(layout.account.button.replace("{name}", "admin"), menu)],
  ];
}

const bar = (page: Page, language: Language) =>
  page.getByRole("combobox", { name: textsIn(language)["query-bar"].label });

/** What opens over the queue. */
function overQueue(language: Language, narrow: boolean): readonly Opening[] {
  const texts = textsIn(language);
  const tools = texts["queue-tools"];
  const selection = (page: Page) => page.getByRole("region", { name: texts.triage.selection.label });
  const select = async (page: Page) => {
    await page.keyboard.press("ControlOrMeta+a");
    await expect(selection(page)).toBeVisible();
  };
  const sheet: Opening = ["the filters", byButton(new RegExp(`^${texts.events.filters}`))];
  return [
    ["the time range", byKey("t", dialog)],
    ["the saved views", byButton(tools.views.label)],
    ["the columns", byButton(tools.columns.label)],
    ["the ways to export", byButton(tools.export.label, menu)],
    ...(narrow ? [sheet] : []),
    [
      "the menu of a row",
      async (page) => {
        await page.keyboard.press("j");
        await page.keyboard.press("f");
        await expect(choice(page)).toBeVisible();
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("ArrowRight");
        await expect(page.getByRole("menuitem", { name: texts["value-menu"].exclude })).toBeVisible();
        return menu(page).last();
      },
    ],
    [
      "the selection",
      async (page) => {
        await select(page);
        return selection(page);
      },
    ],
    [
      "a status for the selection",
      async (page) => {
        await select(page);
        await selection(page).getByRole("button", { name: texts.triage.status.withNote }).click();
        return dialog(page);
      },
    ],
    [
      "an assignee for the selection",
      async (page) => {
        await select(page);
        await selection(page).getByRole("button", { name: texts.triage.assign.to }).click();
        await expect(page.getByRole("menuitem", { name: texts.triage.assign.nobody })).toBeVisible();
        return menu(page);
      },
    ],
    [
      "the suggestions of the query bar",
      async (page) => {
        const input = bar(page, language);
        // What was closed before gives the focus back to its button, which may be after this has it.
        await expect(async () => {
          await input.fill("");
          await input.fill("severity:");
          await expect(page.getByRole("option").first()).toBeVisible({ timeout: 2_000 });
          await expect(input).toBeFocused({ timeout: 100 });
        }).toPass();
        return page.getByRole("listbox");
      },
    ],
  ];
}

/** What opens over an event. */
function overEvent(language: Language): readonly Opening[] {
  const { event, triage, format } = textsIn(language);
  return [
    [
      "a status with a note",
      async (page) => {
        await page.getByRole("button", { name: event.work.withNote }).click();
        await dialog(page).getByRole("combobox").first().selectOption(format.status.actioned);
        await expect(dialog(page).getByRole("combobox")).toHaveCount(2);
        return dialog(page);
      },
    ],
    ["an assignee", byButton(triage.assign.to, menu)],
    [
      "the menu of a value",
      async (page) => {
        await page.locator("#target button[aria-haspopup=menu]").first().click();
        await expect(choice(page)).toBeVisible();
        return menu(page);
      },
    ],
  ];
}

/** The question before something is done that is not easily undone. */
const overPeople = (language: Language, username: string): readonly Opening[] => [
  [
    "a question before an account is disabled",
    byButton(textsIn(language).settings.people.disableOf.replace("{name}", username)),
  ],
];

for (const language of LANGUAGES) {
  for (const viewport of SCREENS) {
    test.describe(`${language}, ${viewport.width} px wide`, () => {
      test.use({ viewport });

      test("no menu and no dialog has an accessibility violation or sticks out", async ({
        page,
        browser,
      }) => {
        test.setTimeout(240_000);
        await speak(page, language);
        const { id, attackers } = await firstEvent(page, { source: "waf-api-security" });
        // Few rows: what is behind does not matter here.
        await goTo(`/events?attacker=${encodeURIComponent(attackers[0]?.value ?? "")}`)(page);
        // The timeline comes last: by then the page listens for keys.
        await expect(page.locator(".recharts-surface").first()).toBeVisible();
        await expectOpeningsAccessible(page, everywhere(language));
        await expectOpeningsAccessible(page, overQueue(language, viewport.width < 1024));
        await bar(page, language).fill("statsu:ignored");
        await page.keyboard.press("Enter");
        await expect(bar(page, language)).toHaveAttribute("aria-invalid", "true");
        await expectAccessibleHere(page, "a mistake in the query bar");

        await goTo(`/events/${id}`)(page);
        await expectOpeningsAccessible(page, overEvent(language));

        const { page: theirs, username } = await anotherPerson(page, browser, "viewer");
        await theirs.context().close();
        await goTo("/settings/people")(page);
        await expectOpeningsAccessible(page, overPeople(language, username));
      });
    });
  }
}
