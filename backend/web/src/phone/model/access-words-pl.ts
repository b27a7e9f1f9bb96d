import type { Words } from '../../shared/model/words.js';
import type { accessNl } from './access-words-nl.js';

/** What is said of who can use the page and who can't yet, in Polish. */
export const accessPl: Words<keyof typeof accessNl> = {
  'access.title': 'Dostępność',
  'access.lead':
    'Ta strona jest dla wszystkich. Także gdy używasz czytnika ekranu, samej klawiatury albo dużych liter.',
  'access.far': 'Jak daleko jesteśmy',
  'access.far.goal':
    'Chcemy spełniać normę WCAG 2.2 na poziomie AA. Część jest sprawdzona. Dlatego nie możemy powiedzieć, że strona spełnia ją w całości.',
  'access.checked': 'Co jest sprawdzone',
  'access.checked.how': 'Robi to komputer przy każdej nowej wersji, w przeglądarce Chromium:',
  'access.checked.axe':
    'Każdy ekran, we wszystkich ośmiu językach, programem axe. Teraz nie znajduje on błędów. Taki program widzi tylko część problemów.',
  'access.checked.keyboard':
    'Wysłanie wiadomości, zmiana ustawienia, wybranie kodu i otwarcie nim strony, szybkie wyjście: samą klawiaturą.',
  'access.checked.colours': 'Czy kolory dość się różnią, jasne i ciemne.',
  'access.checked.size': 'Czy wszystko mieści się na małym ekranie i przy dwa razy większych literach.',
  'access.checked.motion': 'Czy nic się nie rusza, gdy ruch jest wyłączony w telefonie.',
  'access.not': 'Co jeszcze nie jest dobre',
  'access.not.outside':
    'Nikt z zewnątrz nie testował tej strony. Nie wypróbowała jej też jeszcze dla nas żadna osoba z niepełnosprawnością.',
  'access.not.readers':
    'Nic nie było próbowane z prawdziwym czytnikiem ekranu, takim jak TalkBack czy VoiceOver. W Safari i Firefoxie też nie.',
  'access.not.code':
    'Gdy wpisujesz kod, czytnik ekranu może mówić na głos, co wpisujesz. Używaj słuchawek albo nie wybieraj kodu, gdy ktoś jest obok.',
  'access.not.lock':
    'Z kodem strona zamyka się na blokadę po minucie w tle. Tej minuty nie da się wydłużyć. To, co jest napisane, zostaje.',
  'access.not.escape': 'Dwa szybkie naciśnięcia Escape zamykają stronę. Tego nie da się wyłączyć.',
  'access.not.paper':
    'Twój plan na papierze (pdf) nie jest zrobiony dla czytnika ekranu. Tajskie słowa są tam obrazkami.',
  'access.not.languages':
    'To, co zespoły mówią o sobie, i dwanaście słów jest tylko po niderlandzku i angielsku.',
  'access.tell': 'Nie możesz czegoś użyć?',
  'access.tell.how':
    'Napisz to w wiadomości do zespołu: na którym ekranie to było i czego używasz. Nie musisz mówić, kim jesteś.',
  'access.tell.team': 'Poproś zespół, żeby przekazał to tym, którzy robią tę stronę.',
  'access.tell.other': 'Nie możesz w ogóle pisać? Może to zrobić za ciebie ktoś, komu ufasz.',
  'access.on': 'Napisano: {day}.',
};
