"""Common given names, a hint that two capitalised words are a person and no company."""

from typing import Final

GIVEN_NAMES: Final = frozenset(
    """
    aaron abdul abdullah abel abraham adam adrian agnes ahmad ahmed aisha alan albert alejandro aleksandr alessandro
    alex alexander alexandra alexei alfred ali alice alison allan allen amanda amina amir amy ana anatoly anders andre
    andrea andreas andrei andres andrew andrey andrzej andy angela anil anita ann anna anne anthony antoine anton
    antonio anwar arnold arthur arturo ashok asif astrid barbara barry bashar beatrice ben benjamin bernard bernd
    bernie bert beth betty bill billy bob bobby boris brad brandon brenda brian bruce bruno bryan byron carl carla
    carlo carlos carmen carol caroline catherine cecilia charles charlie charlotte chris christian christina christine
    christoph christopher claire claude claudia colin craig cristina curtis cynthia dale damian dan daniel daniela
    danny darren dave david dean debbie deborah denis dennis derek diana diane diego dieter dimitri dirk dmitri dmitry
    dominic don donald donna doris dorothy doug douglas duncan dwight earl ed eddie edgar eduardo edward edwin elena
    eleanor eli elisabeth elizabeth ellen emily emma emmanuel enrico enrique eric erik ernest ernesto esther ethan
    eugene eva evelyn faisal farah fatima felipe felix fernando fidel fiona florence frances francesco francis
    francisco franco francois frank franklin franz fred frederick friedrich fritz gabriel gabriela gary gavin geoff
    geoffrey george georges gerald gerard gerhard gilbert giovanni giuseppe glen glenn gloria gordon grace graham greg
    gregory guillermo gunther gustav guy hamid hannah hans harold harry harvey hassan heather hector heinz helen
    helena helmut henri henry herbert herman hiroshi howard hugh hugo hussein ian ibrahim igor inga ingrid irene irina
    isaac isabel ismail ivan jack jackie jacob jacqueline jacques jaime jake james jamie jan jane janet jason javier
    jay jean jeff jeffrey jennifer jeremy jerome jerry jesse jessica jesus jill jim jimmy joan joanna joao joe joel
    johan johann johannes john johnny jon jonathan jorge jose josef joseph joshua joyce juan judith judy julia julian
    julie julio jurgen justin karen karim karin karl kate katherine kathleen kathy katie keith kelly ken kenneth kenji
    kevin khalid kim kirk kofi kurt kyle lance larry laszlo laura lauren laurence laurent lawrence lee len leo leon
    leonard leonid leslie lester lewis liam linda lisa lloyd lois lopez lorenzo louis louise lucia lucy luigi luis
    luke lynn magdalena mahmoud manfred manuel marc marcel marco marcos marcus margaret maria marian marie marina
    mario marion mark markus marta martha martin marvin mary masood mathias matt matthew maurice mauricio max megan
    mehmet melissa michael michal michel michele michelle miguel mikael mike mikhail milan milos miriam mohamed
    mohammad mohammed monica morris moses muhammad murray mustafa nadia nancy naomi narendra natalia natalie nathan
    ned neil nelson nicholas nick nicola nicolas nigel nikolai nina noel nora norman oleg oliver olivier omar oscar
    otto owen pablo paolo pat patricia patrick paul paula pavel pedro peggy penny pete peter petr phil philip philippe
    pierre piotr priya rachel rafael rahul raj rajiv ralph ramon randy raul ravi ray raymond rebecca reinhard renato
    rene ricardo richard rick rita robert roberta roberto robin rod rodney rodrigo roger roland rolf roman ronald
    ronnie rosa rose ross roy ruben rudolf rudy rupert russell ruth ryan saeed sally salman sam samantha samir samuel
    sandra sanjay sara sarah scott sean sebastian serge sergei sergey sergio seth shane sharon shaun sheila shimon
    shirley sidney silvia simon sofia sophie stan stanislav stanley stefan stella stephane stephanie stephen steve
    steven stewart stuart sue sunil susan suzanne sven svetlana sylvia takeshi tariq tatiana tatyana ted teresa
    terence terry theo theodore theresa thierry thomas tim timothy tina todd tom tommy tony tracy travis trevor ulrich
    umar ursula valery vanessa vera vernon vicki victor victoria viktor vijay vincent vincenzo virginia viktoria
    vitaly vladimir wallace walter warren wayne wendy werner wilfried wilhelm will william willie winston wolfgang
    xavier yasser yitzhak yoko yuri yusuf yves yvonne zachary
    """.split()
)
