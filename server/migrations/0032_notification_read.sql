-- Who has read what of the notifications: the bell of one member does not fall silent because another has looked.

-- owner: standing
-- What a member has read of what the members were told.
create table notification_read (
  business_id uuid not null,
  notification_id uuid not null,
  member_id uuid not null,
  at timestamptz not null,
  primary key (business_id, notification_id, member_id),
  foreign key (business_id, notification_id) references notification on delete cascade,
  foreign key (business_id, member_id) references member on delete cascade
);

-- Until now one had read for all.
insert into notification_read (business_id, notification_id, member_id, at)
  select n.business_id, n.notification_id, m.member_id, n.read_at
  from notification n join member m on m.business_id = n.business_id
  where n.read_at is not null;

alter table notification drop column read_at;
