-- The order in which assessments were kept: that of their times is another one if the clock was set back. Until now it was that of their times.
alter table assessment add column number integer;

drop trigger assessment_stays;

update assessment set number = earlier.place
from (select id, row_number() over (order by made, id) as place from assessment) as earlier
where earlier.id = assessment.id;

create trigger assessment_stays before update on assessment
begin
  select raise(abort, 'assessments never change');
end;

create unique index assessment_number on assessment (number);

create index assessment_last on assessment (project, number desc);

drop index assessment_newest;
