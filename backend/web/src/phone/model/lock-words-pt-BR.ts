import type { Words } from '../../shared/model/words.js';
import type { lockNl } from './lock-words-nl.js';

/** What the phone's page says of what it keeps on the phone, and of the lock on it, in Brazilian Portuguese. */
export const lockPtBr: Words<keyof typeof lockNl> = {
  'here.lead': 'O que esta página guarda no seu celular, e quem pode chegar a isso.',

  'lock.title': 'Um código',
  'lock.about':
    'Com um código esta página se bloqueia: depois de um minuto em segundo plano, ou assim que você quiser. Quem olhar então vê um campo para um código, e nada da sua conversa. O botão para sair então se chama “{button}”.',
  'lock.on': 'Esta página tem um código.',
  'lock.set': 'Escolher um código',
  'lock.now': 'Bloquear agora',
  'lock.change': 'Mudar o código',
  'lock.drop': 'Tirar o código',
  'lock.dropped': 'O código foi removido.',
  'lock.saved': 'O código está ativo.',
  'lock.code': 'Seu código',
  'lock.code.hint': 'Números, ou algumas palavras. Pelo menos {least} caracteres.',
  'lock.code.again': 'O mesmo código mais uma vez',
  'lock.count': 'Tamanho: {count}.',
  'lock.delay.minutes': 'Este código segura um computador por alguns minutos.',
  'lock.delay.hours': 'Este código segura um computador por algumas horas.',
  'lock.delay.days': 'Este código segura um computador por dias ou semanas.',
  'lock.delay.years': 'Este código segura um computador por anos.',
  'lock.save': 'Usar este código',
  'lock.cancel': 'Prefiro que não',
  'lock.short': 'Use pelo menos {least} caracteres.',
  'lock.differs': 'Na segunda vez está diferente.',
  'lock.taken': 'Esse é seu outro código. Escolha um que não seja parecido com ele.',
  'lock.working': 'Um momento…',
  'lock.honest': 'O que um código pode, e o que não pode',
  'lock.honest.delay':
    'Um código curto só atrasa quem quer entrar. Quem mandar examinar seu celular pode pôr um computador para tentar todos os códigos. Quanto mais longo seu código, mais isso demora.',
  'lock.honest.traces':
    'Quem examina o celular pode ver que esta página foi usada aqui. Um navegador deixa por um tempo restos do que apagou ou sobrescreveu. Talvez essa pessoa consiga ler restos de antes de você escolher um código.',
  'lock.honest.lost':
    'Se você perder seu código, ninguém consegue achar de novo, nem nós. Então só suas doze palavras trazem sua conversa de volta.',

  'second.title': 'Um segundo código, que sobrescreve tudo',
  'second.about':
    'Para quando alguém força você a abrir a página. Este código abre uma lista comum e vazia com o nome “{name}”, sem uma palavra sobre para que serve a página. O que estava aqui então já foi sobrescrito, e seu primeiro código não faz mais nada.',
  'second.back':
    'Quer voltar para cá depois? Onde a página está bloqueada, escolha “{lost}” e apague tudo. Outra pessoa também pode fazer isso, e então vê para que serve a página, assim como quem procurar o endereço.',
  'second.limits':
    'A equipe continua com sua conversa. Sem suas doze palavras você não consegue mais chegar a ela. Quem copiou seu celular antes ainda tem essa cópia. Quem examina o celular pode achar restos, e tentar adivinhar seu primeiro código.',
  'second.on': 'Há um segundo código ativo.',
  'second.set': 'Escolher um segundo código',
  'second.change': 'Mudar o segundo código',
  'second.drop': 'Tirar o segundo código',

  'nothing.title': 'Não guardar nada',
  'nothing.about':
    'Esta página tira o que ela tem no seu celular, e não guarda mais nada. Tudo funciona enquanto a página está aberta. Depois some daqui.',
  'nothing.phrase': 'Depois sua conversa volta com suas doze palavras, e só com elas.',
  'nothing.no-phrase': 'Você ainda não tem doze palavras. Se fechar a página sem elas, perde sua conversa.',
  'nothing.next':
    'Esta escolha também não fica guardada. Na próxima vez você escolhe de novo. Seu navegador ainda pode lembrar que você esteve aqui.',
  'nothing.choose': 'Não guardar nada aqui',
  'nothing.on': 'Esta página não guarda nada neste celular. Se você fechar, tudo some daqui.',
  'nothing.keep': 'Voltar a guardar',
  'nothing.forbidden': 'Seu navegador não deixa esta página guardar nada. Se você fechar, tudo some daqui.',
  'nothing.make': 'Criar minhas doze palavras',

  'aside.title': 'O que havia aqui estava danificado',
  'aside.text':
    'Não conseguimos abrir, e deixamos à parte. Se você tem doze palavras, com elas traz sua conversa de volta.',
  'aside.return': 'Tenho doze palavras',
  'aside.drop': 'Apagar o que está à parte',

  'full.text':
    'Você também pode seguir sem guardar. Então esta página tira o que ela tem no seu celular, e tudo some quando você fechar.',
  'full.go-on': 'Seguir sem guardar',

  'locked.title': 'Página bloqueada com código',
  'locked.code': 'Código',
  'locked.open': 'Abrir',
  'locked.wrong': 'Esse não é o código.',
  'locked.failed': 'Não deu. Tente de novo.',
  'locked.lost': 'Perdeu o código?',
  'locked.lost.text':
    'Ninguém consegue achar o código de novo. Você pode apagar o que esta página guarda aqui, e começar de novo.',
  'locked.anew': 'Apagar e começar de novo',
  'locked.sure': 'Sim, apagar tudo desta página',
};
