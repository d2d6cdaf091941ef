/** Words by which cells of members, visits, measures and specialists are known. Data, not code. */

/** Why somebody came to a family. */
export const REASONS_OF_VISIT =
  /план|экстрен|контрол|первичн|повторн|рейд|провероч|ознаком|по сигнал|по обращен|срочн|совместн|межведомств/iu;

/** What people who look after families are by profession. */
export const POSITIONS =
  /специалист|педагог|психолог|заведующ|юрист|директор|воспитател|работник|методист|логопед|дефектолог|начальник|куратор|медсестр|медицинск\p{L}{1,4} сестр|инструктор/iu;

/** Who helps a family. */
export const INSTITUTIONS =
  /центр|школ|больниц|поликлин|отдел|опек|(?<!\p{L})(?:кцсон|пдн|кдн|одн|црб|цзн|доу|сош|ооо|ано)(?!\p{L})|администрац|служб|учрежден|департамент|министерств|колледж|детск\p{L}{1,4} сад|фонд/iu;

/** What is said of a measure once it was due. */
export const OUTCOMES = /выполн|исполнен|в работе|оформлен|оказан|получен|проведен|сделан|отказ/iu;

/** Where somebody learns or works. */
export const STUDIES =
  /школ|сош|лице|гимназ|класс|курс|сад(?!\p{L})|садик|д\/с|доу|колледж|техникум|училищ|институт|университет|уч[иа]тся|работа/iu;

/** What is said of somebody's health. */
export const DISABILITIES = /инвалид|овз|групп|здоров|не установлен|(?<!\p{L})нет(?!\p{L})/iu;

/** Parts of a town or of a country. */
export const DISTRICTS = /район|округ|участ|поселен|микрорайон|(?<!\p{L})(?:пос|пгт|село|город|дер)(?!\p{L})/iu;
